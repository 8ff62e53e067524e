package org.gridsight.app.incidents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party as one person may see it.
 *
 * @param idKind tells that a number is kept, also when {@code idNumber} is hidden
 * @param mergedFrom number of the merged incident that named it, null for the case itself
 */
record PartyView(
        UUID id,
        PartySide side,
        @Nullable String name,
        @Nullable String phone,
        @Nullable IdKind idKind,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String mergedFrom) {}
