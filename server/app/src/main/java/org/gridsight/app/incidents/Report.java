package org.gridsight.app.incidents;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One person's report of a matter, with personal data in clear: never on the wire except masked or unmasked on record. */
@Entity
@Immutable
@Table(schema = "incidents", name = "report")
class Report {

    @Id
    private UUID id = new UUID(0, 0);

    private long incidentSeq;
    private @Nullable String reporterName;
    private @Nullable String reporterPhone;
    private @Nullable String reporterAddress;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private IncidentSource source = IncidentSource.PUBLIC_REPORT;

    private Instant receivedAt = Instant.EPOCH;

    protected Report() {}

    Report(Incident incident, NewIncident.Reporter reporter) {
        this.id = TimeOrderedId.at(incident.receivedAt());
        this.incidentSeq = incident.seq();
        this.reporterName = reporter.name();
        this.reporterPhone = reporter.phone();
        this.reporterAddress = reporter.address();
        this.source = incident.matter().source();
        this.receivedAt = incident.receivedAt();
    }

    long incidentSeq() {
        return incidentSeq;
    }

    @Nullable
    String reporterName() {
        return reporterName;
    }

    @Nullable
    String reporterPhone() {
        return reporterPhone;
    }

    @Nullable
    String reporterAddress() {
        return reporterAddress;
    }

    IncidentSource source() {
        return source;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
