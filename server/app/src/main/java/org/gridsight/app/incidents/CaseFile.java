package org.gridsight.app.incidents;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;

/**
 * An incident with all that a decision about its next move looks at.
 *
 * @param workedOn account names of those who began or finished work on it
 */
record CaseFile(Incident incident, OrderBook orders, Optional<Step> lastStep, Set<String> workedOn) {

    IncidentStatus status() {
        return incident.state().status();
    }

    /** A worker with an order, or somebody of the unit that has one. */
    boolean isSentTo(CurrentUser user) {
        boolean ofUnits = user.has(Role.HANDLER) || user.has(Role.MEDIATOR);
        return orders.all().stream()
                .filter(order -> order.status().isActive())
                .anyMatch(order -> isOwn(order, user) || (ofUnits && isOfUnit(order, user)));
    }

    /** Had it in hand at any time: leading, helping, or by whoever's order. */
    boolean isHandledBy(CurrentUser user) {
        return workedOn.contains(user.username())
                || orders.all().stream()
                        .filter(order ->
                                order.status() != OrderStatus.WITHDRAWN && order.status() != OrderStatus.RETURNED)
                        .anyMatch(order -> isOwn(order, user));
    }

    /** Works on it: sent, at work, or done with a case that is not over yet. */
    static boolean isOnCase(Incident incident, Collection<Assignment> orders, CurrentUser user) {
        boolean ofUnits = user.has(Role.HANDLER) || user.has(Role.MEDIATOR);
        return incident.state().status().isOpen()
                && orders.stream()
                        .filter(order ->
                                order.status() != OrderStatus.WITHDRAWN && order.status() != OrderStatus.RETURNED)
                        .anyMatch(order -> isOwn(order, user) || (ofUnits && isOfUnit(order, user)));
    }

    static boolean isOwn(Assignment order, CurrentUser user) {
        return user.workerId()
                .filter(id -> Objects.equals(id, order.workerId()))
                .isPresent();
    }

    static boolean isOfUnit(Assignment order, CurrentUser user) {
        return order.unitId() != null
                && user.unitId().map(unit -> unit.equals(order.unitId())).orElse(true);
    }
}
