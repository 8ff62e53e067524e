package org.gridsight.app.exchange;

import java.util.List;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.Feature;
import org.gridsight.gisdata.format.FeatureTable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Makes one outline of the areas in a file; a file with a bad row gives none. */
final class Outlines {

    private static final int MOST_SHOWN = 100;

    private Outlines() {}

    static Geometry of(FeatureTable table) {
        if (!table.faults().isEmpty()) {
            List<FieldFault> faults = table.faults().stream()
                    .limit(MOST_SHOWN)
                    .map(RefusedRow::of)
                    .map(row -> new FieldFault("row " + row.row(), row.reason()))
                    .toList();
            throw new Rejected(
                    ExchangeReason.NO_OUTLINE, faults, table.faults().get(0).detail());
        }
        List<Geometry> areas = table.features().stream()
                .map(Feature::geometry)
                .filter(shape -> shape.getDimension() == 2)
                .toList();
        if (areas.isEmpty()) {
            Text none = new Text("没有面要素", "no polygon");
            throw new Rejected(ExchangeReason.NO_OUTLINE, none.en());
        }
        return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(new GeometryFactory().buildGeometry(areas));
    }
}
