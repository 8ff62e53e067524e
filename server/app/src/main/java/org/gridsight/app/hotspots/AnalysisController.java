package org.gridsight.app.hotspots;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Studies that people ask for. A short one answers at once, a long one with the address where it can be followed. The
 * key makes its id unique, not its result: a repeat finds the same study, or does it again under the same id.
 */
@RestController
@RequestMapping("/api/hotspots/analyses")
class AnalysisController {

    private static final String PATH = "/api/hotspots/analyses/";

    private final Analyses analyses;
    private final Idempotency idempotency;
    private final ApplicationEventPublisher events;

    AnalysisController(Analyses analyses, Idempotency idempotency, ApplicationEventPublisher events) {
        this.analyses = analyses;
        this.idempotency = idempotency;
        this.events = events;
    }

    @PostMapping
    ResponseEntity<?> study(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        AnalysisOrder order = analyses.check(body);
        URI place = idempotency
                .once(user, key, body, () -> accept(order, user))
                .getHeaders()
                .getLocation();
        String path = String.valueOf(place);
        Analysis analysis = analyses.begin(path.substring(path.lastIndexOf('/') + 1), order, user);
        return analysis.status() == Analysis.Status.RUNNING
                ? ResponseEntity.accepted().location(URI.create(path)).body(analysis.wire())
                : ResponseEntity.ok().location(URI.create(path)).body(analysis.wire());
    }

    /** In the transaction of the key: the record of who studies what. The study begins after it. */
    private ResponseEntity<?> accept(AnalysisOrder order, CurrentUser user) {
        analyses.requireRoom(user);
        String id = UUID.randomUUID().toString();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("method", order.method().wireName());
        details.put("filter", order.filter().brief());
        details.put("parameters", order.parameters().values().toString());
        events.publishEvent(AuditEntry.of(
                user.username(),
                "hotspot.analyse",
                "hotspot-analysis/" + id,
                user.scope().prefix(),
                details));
        return ResponseEntity.accepted().location(URI.create(PATH + id)).body(Map.of("id", id));
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String id, CurrentUser user) {
        return analyses.get(id, user).wire();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> cancel(@PathVariable String id, CurrentUser user) {
        analyses.get(id, user).cancel();
        return ResponseEntity.noContent().build();
    }
}
