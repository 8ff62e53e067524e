package org.gridsight.app.cameras.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/cameras/{id}/clips}. */
record ClipRequest(
        @Nullable String ticket,
        @Nullable String incidentId,
        @Nullable String source,
        @Nullable String from,
        @Nullable String to,
        @Nullable Integer minutes) {

    private static final int USUAL_MINUTES = 5;
    private static final Duration BEFORE = Duration.ofMinutes(1);

    /** What is wanted: for live pictures {@code from} is now. */
    record Wanted(IncidentView incident, Clip.Source source, Instant from, Instant to) {}

    /** The ticket itself is checked elsewhere. */
    Wanted check(Incidents incidents, CurrentUser user, Instant now, int mostMinutes) {
        Faults faults = new Faults();
        faults.required("source", source);
        Clip.Source which = faults.oneOf("source", source, Clip.Source.class).orElse(Clip.Source.LIVE);
        Optional<IncidentView> incident =
                faults.required("incidentId", incidentId).flatMap(id -> incidents.find(id, user));
        if (incidentId != null && !incidentId.isBlank() && incident.isEmpty()) {
            faults.add("incidentId", new Text("没有这个事件。", "there is no such incident"));
        }
        int length = minutes(mostMinutes, faults);
        Instant begin = now;
        Instant end = now.plus(Duration.ofMinutes(length));
        if (which == Clip.Source.DEVICE) {
            Instant usual = incident.map(IncidentView::occurredAt).orElse(now).minus(BEFORE);
            begin = faults.instant("from", from).orElse(usual);
            end = faults.instant("to", to).orElse(begin.plus(Duration.ofMinutes(length)));
            end = end.isAfter(now) && to == null ? now : end;
            checkSpan(begin, end, now, mostMinutes, faults);
        }
        faults.throwIfAny();
        return new Wanted(incident.orElseThrow(), which, begin, end);
    }

    private int minutes(int most, Faults faults) {
        int wanted = minutes == null ? Math.min(USUAL_MINUTES, most) : minutes;
        if (wanted < 1 || wanted > most) {
            faults.add("minutes", new Text("须在 1 到 {0} 之间。", "must lie in 1..{0}").with(most));
        }
        return wanted;
    }

    private static void checkSpan(Instant begin, Instant end, Instant now, int mostMinutes, Faults faults) {
        if (!begin.isBefore(end) || end.isAfter(now)) {
            faults.add("to", new Text("须晚于 from,且不晚于现在。", "must lie after from and not after now"));
        } else if (Duration.between(begin, end).compareTo(Duration.ofMinutes(mostMinutes)) > 0) {
            faults.add("to", new Text("最多 {0} 分钟。", "at most {0} minutes").with(mostMinutes));
        }
    }

    /** What a repeat must be the same as; the ticket may have been renewed in between. */
    ClipRequest withoutTicket() {
        return new ClipRequest(null, incidentId, source, from, to, minutes);
    }
}
