package org.gridsight.app.access;

import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for programs. */
@RestController
class TokenController {

    private final Tokens tokens;
    private final AccessSettings settings;

    TokenController(Tokens tokens, AccessSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    record TokenRequest(@Nullable String name, @Nullable Integer days) {}

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> issue(@RequestBody TokenRequest request, CurrentUser user) {
        Faults faults = new Faults();
        Optional<String> name = faults.required("name", request.name());
        faults.text("name", request.name(), 100);
        Optional<Integer> days = faults.required("days", request.days());
        if (days.filter(d -> d < 1 || d > settings.tokenDays()).isPresent()) {
            faults.add("days", new Text("须在 1 到 {0} 之间。", "must lie in 1..{0}").with(settings.tokenDays()));
        }
        faults.throwIfAny();
        return Map.of("token", tokens.issue(user, name.orElseThrow(), days.orElseThrow()));
    }
}
