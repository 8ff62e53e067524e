package org.gridsight.app.incidents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What was reported. Does not change with the moves.
 *
 * @param category the code as given: of a dispute one of {@link DisputeCategory}, else a local item code
 */
@Embeddable
record Matter(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        IncidentKind kind,

        @Nullable String category,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Nullable
        IncidentScale scale,

        String title,
        String description,
        @Nullable String address,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        IncidentSource source) {

    static Matter from(NewIncident reported) {
        return new Matter(
                reported.kind(),
                reported.category(),
                reported.scale(),
                reported.title(),
                reported.description(),
                reported.address(),
                reported.source());
    }
}
