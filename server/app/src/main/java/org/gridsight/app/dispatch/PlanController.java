package org.gridsight.app.dispatch;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A plan for many waiting cases at once; it changes nothing. */
@RestController
class PlanController {

    private static final Text MOST = new Text("一次最多 {0} 件。", "at most {0} cases at a time");

    private final OrderPlans plans;

    PlanController(OrderPlans plans) {
        this.plans = plans;
    }

    /** @param incidentIds absent for all that wait */
    record PlanRequest(@Nullable List<@Nullable String> incidentIds) {

        @Nullable
        List<String> checked() {
            Faults faults = new Faults();
            if (incidentIds == null) {
                return null;
            }
            if (incidentIds.size() > OrderPlans.MOST_CASES) {
                faults.add("incidentIds", MOST.with(OrderPlans.MOST_CASES));
            }
            List<String> keys = incidentIds.stream()
                    .flatMap(id -> faults.required("incidentIds", id).stream())
                    .toList();
            faults.throwIfAny();
            return keys;
        }
    }

    @PostMapping("/api/dispatch/plans")
    OrderPlan plan(@RequestBody PlanRequest request, CurrentUser officer) {
        return plans.plan(request.checked(), officer);
    }
}
