package org.gridsight.app.incidents;

import java.util.Map;
import java.util.UUID;

/** A case as it was before a move, kept with the step so that it can be put back exactly. */
record Former(CaseState state, Map<UUID, OrderStatus> orders) {

    Former {
        orders = Map.copyOf(orders);
    }
}
