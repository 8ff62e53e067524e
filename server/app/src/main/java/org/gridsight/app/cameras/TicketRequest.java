package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/cameras/{id}/tickets}. */
record TicketRequest(
        @Nullable String purpose,
        @Nullable String incidentId,
        @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    /** Why somebody wants to look; the incident's own number is for the register. */
    record Why(ViewPurpose purpose, String reason, Optional<String> incidentId) {}

    Why check(Incidents incidents, CurrentUser user) {
        Faults faults = new Faults();
        faults.required("purpose", purpose);
        faults.required("reason", reason);
        Optional<ViewPurpose> wanted = faults.oneOf("purpose", purpose, ViewPurpose.class);
        Optional<String> words = faults.text("reason", reason, LONGEST_REASON);
        Optional<String> incident =
                wanted.filter(ViewPurpose.INCIDENT::equals).flatMap(p -> incident(incidents, user, faults));
        faults.throwIfAny();
        return new Why(wanted.orElseThrow(), words.orElseThrow(), incident);
    }

    private Optional<String> incident(Incidents incidents, CurrentUser user, Faults faults) {
        Optional<String> named = faults.required("incidentId", incidentId);
        Optional<String> found = named.flatMap(id -> incidents.find(id, user))
                .map(view -> view.id().toString());
        if (named.isPresent() && found.isEmpty()) {
            faults.add("incidentId", new Text("没有这个事件。", "there is no such incident"));
        }
        return found;
    }
}
