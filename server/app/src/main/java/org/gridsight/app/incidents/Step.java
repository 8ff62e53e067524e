package org.gridsight.app.incidents;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the course of a case. Written once, never changed: an undone move stays, followed by its undoing. */
@Entity
@Immutable
@Table(schema = "incidents", name = "step")
class Step {

    /** The n-th step of a case, counted from 1. */
    @Embeddable
    record Key(long incidentSeq, int step) implements Serializable {}

    @EmbeddedId
    private Key key = new Key(0, 0);

    private String action = "";
    private @Nullable String event;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable IncidentStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private IncidentStatus toStatus = IncidentStatus.REPORTED;

    private String actor = "";
    private String actorName = "";
    private Instant at = Instant.EPOCH;
    private @Nullable Instant deviceAt;
    private @Nullable String requestKey;
    private @Nullable Long clockLeftSeconds;
    private @Nullable String reasonCode;
    private @Nullable String note;

    @Convert(converter = StepJson.OfDetails.class)
    private Map<String, String> details = Map.of();

    @Convert(converter = StepJson.OfFormer.class)
    private @Nullable Former former;

    protected Step() {}

    Step(Key key, Act.Actor by, StepFacts facts) {
        this.key = key;
        this.action = facts.action();
        this.event = facts.event();
        this.fromStatus = facts.from();
        this.toStatus = facts.to();
        this.actor = by.username();
        this.actorName = by.name();
        this.at = facts.at();
        this.deviceAt = facts.deviceAt();
        this.requestKey = facts.requestKey();
        this.clockLeftSeconds = facts.clockLeftSeconds();
        this.reasonCode = facts.reasonCode();
        this.note = facts.words();
        this.details = facts.details();
        this.former = facts.former();
    }

    Map<String, String> details() {
        return details;
    }

    int number() {
        return key.step();
    }

    String action() {
        return action;
    }

    String actor() {
        return actor;
    }

    Instant at() {
        return at;
    }

    IncidentStatus toStatus() {
        return toStatus;
    }

    @Nullable
    String reasonCode() {
        return reasonCode;
    }

    Optional<Former> former() {
        return Optional.ofNullable(former);
    }

    StepView view() {
        return new StepView(
                key.step(),
                action,
                event,
                fromStatus,
                toStatus,
                actor,
                actorName,
                at,
                deviceAt,
                clockLeftSeconds,
                reasonCode,
                note,
                details);
    }
}
