package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.springframework.stereotype.Component;

/** When a matter can have happened: not ahead of the reporter's clock, and not in a year that nobody can mean. */
@Component
public class PlausibleTime {

    private final IncidentSettings settings;

    PlausibleTime(IncidentSettings settings) {
        this.settings = settings;
    }

    /** False exactly when it added a fault. */
    public boolean accepts(Instant when, Instant now, String field, Faults faults) {
        if (when.isAfter(now.plus(settings.futureTolerance()))) {
            faults.add(field, new Text("发生时间在未来,请核对。", "lies in the future; check date and clock"));
            return false;
        }
        Instant oldest = now.minus(Duration.ofDays(settings.refusedAfterDays()));
        if (when.isBefore(oldest)) {
            faults.add(field, new Text("发生时间早于 {0},请核对。", "lies before {0}; check the year").with(oldest));
            return false;
        }
        return true;
    }
}
