package org.gridsight.app.incidents;

import java.util.List;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of {@code POST /api/orders/id/...}, bound leniently: {@code state} of an acknowledgement, {@code reason} and
 * {@code reasonCode} of declining, {@code workerId}, {@code seen} and {@code anyway} of a replacement.
 */
record OrderRequest(
        @Nullable String version,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String workerId,
        @Nullable List<MoveRequest.@Nullable Seen> seen,
        @Nullable Boolean anyway,
        @Nullable String deviceAt,
        @Nullable String sentAt) {

    /** With what the device's clock said when this was sent. */
    OrderRequest sent(@Nullable String at) {
        return new OrderRequest(version, state, reason, reasonCode, workerId, seen, anyway, deviceAt, at);
    }

    /** The version of the order that the sender had seen; -1 with a fault. */
    long version(Faults faults) {
        String text = faults.required("version", version).orElse("-1");
        if (!text.matches("-1|\\d{1,18}")) {
            faults.add("version", new Text("须为整数。", "must be a whole number"));
            return -1;
        }
        return Long.parseLong(text);
    }
}
