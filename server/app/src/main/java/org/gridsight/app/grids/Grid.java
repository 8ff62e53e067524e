package org.gridsight.app.grids;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * One version of a grid, the smallest piece of ground somebody answers for.
 *
 * @param shape CGCS2000 degrees; shared, not to be changed
 * @param validTo empty while it is the present version
 */
public record Grid(
        String code,
        String name,
        String villageCode,
        String villageName,
        Kind kind,
        int households,
        Geometry shape,
        Instant validFrom,
        Optional<Instant> validTo) {

    /** An ordinary grid, or one made for a single institution such as a school, hospital or plant. */
    public enum Kind {
        BASIC(new Text("基础网格", "basic grid")),
        DEDICATED(new Text("专属网格", "dedicated grid"));

        private final Text text;

        Kind(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && validTo.map(time::isBefore).orElse(true);
    }
}
