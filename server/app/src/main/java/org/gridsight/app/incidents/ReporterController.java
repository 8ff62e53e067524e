package org.gridsight.app.incidents;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reporters in clear, for a reason. */
@RestController
class ReporterController {

    private static final int REASON = 300;

    private final Reporters reporters;

    ReporterController(Reporters reporters) {
        this.reporters = reporters;
    }

    record UnmaskRequest(@Nullable String reason) {}

    /** {@code name} and {@code phone} are of the first reporter; after a merge there may be more. */
    record Unmasked(@Nullable String name, @Nullable String phone, List<Reporters.Reporter> reporters) {}

    @PostMapping("/api/incidents/{key}/reporter/unmask")
    Unmasked unmask(@PathVariable String key, @RequestBody UnmaskRequest request, CurrentUser user) {
        Faults faults = new Faults();
        Optional<String> reason = faults.required("reason", request.reason());
        faults.text("reason", request.reason(), REASON);
        faults.throwIfAny();
        List<Reporters.Reporter> clear = reporters.unmask(key, reason.orElseThrow(), user);
        Optional<Reporters.Reporter> first = clear.stream().findFirst();
        return new Unmasked(
                first.map(Reporters.Reporter::name).orElse(null),
                first.map(Reporters.Reporter::phone).orElse(null),
                clear);
    }
}
