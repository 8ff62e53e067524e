package org.gridsight.app.cameras.evidence;

import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/clips/{id}/exports}: whom the copy is for and why. */
record ExportRequest(@Nullable String purpose, @Nullable String reason) {

    private static final int LONGEST_PURPOSE = 200;

    /** Checked. */
    record Why(String purpose, String reason) {}

    Why check() {
        Faults faults = new Faults();
        faults.required("purpose", purpose);
        faults.required("reason", reason);
        Optional<String> what = faults.text("purpose", purpose, LONGEST_PURPOSE);
        Optional<String> why = faults.text("reason", reason, Custody.LONGEST_REASON);
        faults.throwIfAny();
        return new Why(what.orElseThrow(), why.orElseThrow());
    }
}
