package org.gridsight.app.grids;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/** The one row of the place. Whoever changes grids or base map locks it, so that such changes come one after the other. */
@Entity
@Table(schema = "grids", name = "place")
class PlaceRow {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    @Version
    private long version;

    private String code = "";
    private String name = "";
    private boolean synthetic;
    private MultiPolygon outline = new GeometryFactory().createMultiPolygon();
    private Instant updatedAt = Instant.EPOCH;

    protected PlaceRow() {}

    PlaceRow(String code) {
        this.code = code;
    }

    void describe(String newCode, String newName, MultiPolygon newOutline, boolean nowSynthetic) {
        code = newCode;
        name = newName;
        outline = newOutline;
        synthetic = nowSynthetic;
    }

    /** Always a later moment than before, so that the version rises with every change of what hangs on the place. */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    String code() {
        return code;
    }

    boolean isSynthetic() {
        return synthetic;
    }

    MultiPolygon outline() {
        return (MultiPolygon) Shapes.plain(outline);
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
