package org.gridsight.app.live;

import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.kernel.AuditEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record who looks at people through the streams: where workers are and who is sent where. */
@Service
class Watching {

    private final PersonalReads reads;

    Watching(PersonalReads reads) {
        this.reads = reads;
    }

    /** Before anything is shown: without the record there is no sight. */
    @Transactional
    public void begin(CurrentUser user, boolean positions) {
        reads.record(AuditEntry.of(
                user.username(),
                "live.watch",
                "worker/*",
                user.scope().prefix(),
                Map.of("positions", Boolean.toString(positions))));
    }
}
