package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the live stream {@code tasks} shows it. */
record TaskView(
        UUID id,
        String kind,
        @Nullable String workerId,
        @Nullable String workerName,
        @Nullable String unitId,
        boolean lead,
        UUID incidentId,
        IncidentKind incidentKind,
        String number,
        String title,
        OrderStatus status,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant onTheWayAt,
        @Nullable Instant unansweredSince,
        long version) {

    static TaskView of(Assignment order, IncidentView incident) {
        OrderAnswer answer = order.answer();
        return new TaskView(
                order.id(),
                "INCIDENT",
                order.workerId(),
                order.workerName(),
                order.unitId(),
                order.isLead(),
                incident.id(),
                incident.kind(),
                incident.number(),
                incident.title(),
                order.status(),
                order.dueAt(),
                order.createdAt(),
                answer.acceptedAt(),
                answer.onTheWayAt(),
                answer.unansweredSince(),
                order.version());
    }
}
