package org.gridsight.app.incidents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a move makes of a case: its next state and what the step says about it.
 *
 * @param former the state before, where the move can be taken back
 */
record Turn(
        CaseState next,
        @Nullable String event,
        Map<String, String> details,
        @Nullable Long clockLeftSeconds,
        @Nullable Former former) {

    Turn {
        details = Map.copyOf(details);
    }
}
