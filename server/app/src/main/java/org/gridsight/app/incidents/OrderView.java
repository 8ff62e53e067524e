package org.gridsight.app.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An order as the one sent sees it: the order, and the case it is about. The case of an order that has ended is null for
 * whoever may not read it any more.
 */
record OrderView(@JsonUnwrapped TaskView order, @Nullable IncidentView incident) {

    static OrderView of(Assignment order, IncidentView incident, boolean mayRead) {
        return new OrderView(TaskView.of(order, incident), mayRead ? incident : null);
    }
}
