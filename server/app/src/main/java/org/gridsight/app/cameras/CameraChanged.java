package org.gridsight.app.cameras;

import java.util.Map;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;

/** A camera was entered or changed; tells that an address changed, never which. */
record CameraChanged(String actor, String action, String cameraId, String gridCode, Map<String, String> changes)
        implements Auditable {

    /** Whether its pictures are fetched in another way from now on. */
    boolean movesStream() {
        return changes.containsKey("address") || changes.containsKey("transport");
    }

    /** Whether another stream is shown from now on to whoever may not see behind masks. */
    boolean masksOrUnmasks() {
        return changes.containsKey("masked");
    }

    /** Whether other parts of the picture are hidden from now on. */
    boolean redrawsMasks() {
        return changes.containsKey("masked") || changes.containsKey("masks");
    }

    @Override
    public AuditEntry auditEntry() {
        return AuditEntry.of(actor, "camera." + action, "camera/" + cameraId, gridCode, changes);
    }
}
