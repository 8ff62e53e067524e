package org.gridsight.app.riskpoints;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.kernel.FeatureCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of risk points over HTTP. */
@RestController
@RequestMapping("/api/risk-points")
class RiskPointController {

    private final RiskPoints points;
    private final Idempotency idempotency;

    RiskPointController(RiskPoints points, Idempotency idempotency) {
        this.points = points;
        this.idempotency = idempotency;
    }

    @GetMapping
    FeatureCollection list(CurrentUser user) {
        return new FeatureCollection(points.list(user.scope()).stream()
                .map(point -> user.isScreen() ? point.featureForWall() : point.feature())
                .toList());
    }

    @PostMapping
    ResponseEntity<?> enter(
            @RequestBody RiskPointRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return idempotency.once(user, key, request, () -> {
            RiskPoint point = points.enter(request, user);
            return ResponseEntity.created(URI.create("/api/risk-points/" + point.id()))
                    .body(RiskPointAnswer.from(point));
        });
    }

    @PatchMapping("/{id}")
    RiskPointAnswer change(@PathVariable String id, @RequestBody RiskPointRequest request, CurrentUser user) {
        return RiskPointAnswer.from(points.change(id, request, user));
    }

    @GetMapping("/{id}/history")
    Map<String, List<RiskHistory.Step>> history(@PathVariable String id, CurrentUser user) {
        return Map.of("items", points.history(id, user.scope()));
    }
}
