package org.gridsight.app.grids;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** One feature of a base map layer. */
@Entity
@Table(schema = "grids", name = "base_feature")
class BaseRow {

    @Id
    private UUID id = UUID.randomUUID();

    private String layer = "";
    private int position;
    private String name = "";

    @Column(name = "class")
    private String kind = "";

    private Geometry shape = new GeometryFactory().createPoint();

    protected BaseRow() {}

    BaseRow(BaseLayer layer, int position, BaseLayer.Feature feature, Geometry shape) {
        this.layer = layer.name();
        this.position = position;
        this.name = feature.name();
        this.kind = feature.kind();
        this.shape = shape;
    }

    UUID id() {
        return id;
    }

    BaseLayer layer() {
        return BaseLayer.valueOf(layer);
    }

    BaseLayer.Feature feature() {
        return new BaseLayer.Feature(name, kind, Shapes.plain(shape));
    }
}
