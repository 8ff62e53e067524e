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

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant endedAt;

    protected Assignment() {}

    Assignment(Incident incident, Act.Order order, @Nullable Instant dueAt, Instant now) {
        this.id = TimeOrderedId.at(now);
        this.incidentSeq = incident.seq();
        this.scopeCode = incident.spot().gridCode();
        this.workerId = order.workerId();
        this.workerName = order.workerName();
        this.unitId = order.unitId();
        this.lead = order.lead();
        this.dueAt = dueAt;
        this.createdAt = now;
    }

    void become(OrderStatus next, Instant now) {
        status = next;
        underWayWorker = next == OrderStatus.UNDER_WAY ? workerId : null;
        endedAt = next.isActive() ? null : now;
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
}
