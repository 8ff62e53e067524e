package org.gridsight.app.grids;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** A grid as it was or is from one map to the next. */
@Entity
@Table(schema = "grids", name = "grid")
class GridVersion {

    @Id
    private UUID id = UUID.randomUUID();

    private String code = "";
    private String name = "";
    private String villageCode = "";

    @Enumerated(EnumType.STRING)
    private Grid.Kind kind = Grid.Kind.BASIC;

    private int households;
    private MultiPolygon shape = new GeometryFactory().createMultiPolygon();
    private Instant validFrom = Instant.EPOCH;

    @Nullable
    private Instant validTo;

    protected GridVersion() {}

    GridVersion(NewGrid wanted, MultiPolygon shape, Instant validFrom) {
        this.code = wanted.code();
        this.name = wanted.name();
        this.villageCode = wanted.villageCode();
        this.kind = wanted.kind();
        this.households = wanted.households();
        this.shape = shape;
        this.validFrom = validFrom;
    }

    UUID id() {
        return id;
    }

    String villageCode() {
        return villageCode;
    }

    Instant validFrom() {
        return validFrom;
    }

    Grid withVillage(String villageName) {
        return new Grid(
                code,
                name,
                villageCode,
                villageName,
                kind,
                households,
                Shapes.plain(shape),
                validFrom,
                Optional.ofNullable(validTo));
    }
}
