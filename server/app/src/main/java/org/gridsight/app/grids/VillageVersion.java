package org.gridsight.app.grids;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A village under one name for a time. Its ground is that of its grids. */
@Entity
@Table(schema = "grids", name = "village")
class VillageVersion {

    @Id
    private UUID id = UUID.randomUUID();

    private String code = "";
    private String name = "";
    private Instant validFrom = Instant.EPOCH;

    @Nullable
    private Instant validTo;

    protected VillageVersion() {}

    VillageVersion(String code, String name, Instant validFrom) {
        this.code = code;
        this.name = name;
        this.validFrom = validFrom;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }
}
