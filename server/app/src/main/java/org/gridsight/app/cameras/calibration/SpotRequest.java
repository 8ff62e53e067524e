package org.gridsight.app.cameras.calibration;

import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.sight.PictureFrame;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Body of {@code POST /api/cameras/{id}/calibration/locate}: a spot in pixels of the calibrated picture. */
record SpotRequest(@Nullable Double x, @Nullable Double y) {

    Coordinate check(PictureFrame frame) {
        Faults faults = new Faults();
        check("x", x, frame.width(), faults);
        check("y", y, frame.height(), faults);
        faults.throwIfAny();
        return new Coordinate(x == null ? 0 : x, y == null ? 0 : y);
    }

    private static void check(String field, @Nullable Double value, double most, Faults faults) {
        if (faults.required(field, value)
                .filter(given -> !(given >= 0 && given <= most))
                .isPresent()) {
            faults.add(field, new Text("须在 0 到 {0} 之间。", "must lie in 0..{0}").with(String.valueOf((int) most)));
        }
    }
}
