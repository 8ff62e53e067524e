package org.gridsight.app.incidents;

/** How far an order to a worker or unit has come. */
enum OrderStatus {
    OPEN,
    UNDER_WAY,
    DONE,
    RETURNED,
    WITHDRAWN;

    boolean isActive() {
        return this == OPEN || this == UNDER_WAY;
    }

    /** Neither given back nor taken back: whoever was sent still belongs to the case. */
    boolean isKept() {
        return this != RETURNED && this != WITHDRAWN;
    }
}
