package org.gridsight.app.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An order that sends one worker or one unit to a case, leading or helping. While a worker has it under way,
 * {@code underWayWorker} is set and unique in the table.
 */
@Entity
@Table(schema = "incidents", name = "assignment")
class Assignment {

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private long version;

    @Column(updatable = false)
    private long incidentSeq;

    @Column(updatable = false)
    private @Nullable String workerId;

    @Column(updatable = false)
    private @Nullable String workerName;

    @Column(updatable = false)
    private @Nullable String unitId;

    /** The incident's grid: whoever sees the case there hears of the order too. */
    @Column(updatable = false)
    private String scopeCode = "";

    @Column(updatable = false)
    private boolean lead;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OrderStatus status = OrderStatus.OPEN;

    private @Nullable String underWayWorker;
    private @Nullable Instant dueAt;
    private OrderAnswer answer = OrderAnswer.asked(Instant.EPOCH);
    private @Nullable Instant begunAt;

    @Column(updatable = false)
    private @Nullable String assignedBy;

    @Column(updatable = false)
    private @Nullable String assignedByName;

    /** The how manieth order of this worker; unique for the worker, so that of two officers at once one is let through. */
    private @Nullable Long workerTurn;

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant endedAt;

    protected Assignment() {}

    Assignment(Incident incident, Act.Order order, Act.Actor by, @Nullable Instant dueAt, Instant now) {
        this.id = TimeOrderedId.at(now);
        this.incidentSeq = incident.seq();
        this.scopeCode = incident.spot().gridCode();
        this.workerId = order.workerId();
        this.workerName = order.workerName();
        this.unitId = order.unitId();
        this.lead = order.lead();
        this.dueAt = dueAt;
        this.createdAt = now;
        this.answer = OrderAnswer.asked(now);
        this.assignedBy = by.username();
        this.assignedByName = by.name();
    }

    void become(OrderStatus next, Instant now) {
        if (next == OrderStatus.UNDER_WAY && status == OrderStatus.OPEN) {
            begunAt = now;
            answer = answer.saying(OrderAnswer.State.ACCEPTED, now);
        }
        status = next;
        underWayWorker = next == OrderStatus.UNDER_WAY ? workerId : null;
        endedAt = next.isActive() ? null : now;
    }

    /** The case begins again: so does the time to answer. */
    void reopen(Instant now) {
        become(OrderStatus.OPEN, now);
        answer = OrderAnswer.asked(now);
    }

    void answer(OrderAnswer given) {
        answer = given;
    }

    void takeTurn(long turn) {
        workerTurn = turn;
    }

    void dueBy(@Nullable Instant due) {
        dueAt = due;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    long incidentSeq() {
        return incidentSeq;
    }

    @Nullable
    String workerId() {
        return workerId;
    }

    @Nullable
    String workerName() {
        return workerName;
    }

    @Nullable
    String unitId() {
        return unitId;
    }

    boolean isLead() {
        return lead;
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    OrderAnswer answer() {
        return answer;
    }

    @Nullable
    String assignedBy() {
        return assignedBy;
    }

    @Nullable
    String assignedByName() {
        return assignedByName;
    }
}
