package org.gridsight.spatial.sight;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** The size of a picture in pixels; its origin is the upper left corner. */
public record PictureFrame(double width, double height) {

    public PictureFrame {
        if (!(width > 0 && height > 0 && width <= 100_000 && height <= 100_000)) {
            throw new IllegalArgumentException(
                    "a picture has 1 to 100,000 pixels a side, was " + width + " x " + height);
        }
    }

    /** The part of a segment within the picture. Method: Y.-D. Liang and B. A. Barsky, ACM TOG 3, 1984. */
    Optional<LineSegment> clip(LineSegment line) {
        double dx = line.p1.x - line.p0.x;
        double dy = line.p1.y - line.p0.y;
        double[] slopes = {-dx, dx, -dy, dy};
        double[] rooms = {line.p0.x, width - line.p0.x, line.p0.y, height - line.p0.y};
        double first = 0;
        double last = 1;
        for (int side = 0; side < 4; side++) {
            double share = rooms[side] / slopes[side];
            if (slopes[side] == 0 && rooms[side] < 0) {
                return Optional.empty();
            } else if (slopes[side] < 0) {
                first = Math.max(first, share);
            } else if (slopes[side] > 0) {
                last = Math.min(last, share);
            }
        }
        if (first > last) {
            return Optional.empty();
        }
        return Optional.of(new LineSegment(
                new Coordinate(line.p0.x + first * dx, line.p0.y + first * dy),
                new Coordinate(line.p0.x + last * dx, line.p0.y + last * dy)));
    }
}
