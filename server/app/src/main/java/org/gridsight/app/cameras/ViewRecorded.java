package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;

/** A line of the view register: a view was granted, or watching really began or ended. */
record ViewRecorded(String actor, String action, UUID grantId, String gridCode, Map<String, String> details)
        implements Auditable {

    static ViewRecorded granted(Tickets.Grant grant) {
        Map<String, String> details = new TreeMap<>();
        details.put("camera", grant.camera().cameraId());
        details.put("cameraName", grant.camera().displayName());
        details.put("person", grant.user().displayName());
        details.put("unit", grant.unit());
        details.put("purpose", grant.why().purpose().name());
        details.put("reason", grant.why().reason());
        details.put("until", grant.expiresAt().toString());
        grant.why().incidentId().ifPresent(id -> details.put("incident", id));
        return new ViewRecorded(
                grant.user().username(),
                "view.grant",
                grant.id(),
                grant.camera().gridCode(),
                details);
    }

    static ViewRecorded began(StreamTicket ticket, UUID watching, String what, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("watching", watching.toString());
        details.put("what", what);
        return of(ticket, "view.begin", details);
    }

    /** A stream for an upper platform; the reason is the share agreement it rests on. */
    static ViewRecorded shared(StreamTicket ticket, String agreement) {
        Map<String, String> details = new TreeMap<>();
        details.put("camera", ticket.camera().cameraId());
        details.put("cameraName", ticket.camera().displayName());
        details.put("person", ticket.user().displayName());
        details.put("unit", ticket.user().displayName());
        details.put("purpose", "SHARE");
        details.put("reason", agreement);
        details.put("until", ticket.expiresAt().toString());
        return of(ticket, "view.grant", details);
    }

    /** @param at when it really ended; the line itself may be written later */
    static ViewRecorded ended(StreamTicket ticket, UUID watching, String cause, Instant at) {
        return of(ticket, "view.end", Map.of("watching", watching.toString(), "cause", cause, "at", at.toString()));
    }

    /** Its process died; nobody can say more than when it was last alive. */
    static ViewRecorded leftOpen(WatchingTable.LeftOpen row) {
        return new ViewRecorded(
                row.username(),
                "view.end",
                row.grantId(),
                row.gridCode(),
                Map.of(
                        "watching", row.watching().toString(),
                        "cause", "restart",
                        "at", row.until().toString()));
    }

    private static ViewRecorded of(StreamTicket ticket, String action, Map<String, String> details) {
        return new ViewRecorded(
                ticket.user().username(),
                action,
                ticket.grantId(),
                ticket.camera().gridCode(),
                details);
    }

    @Override
    public AuditEntry auditEntry() {
        return AuditEntry.of(actor, action, "view/" + grantId, gridCode, details);
    }
}
