package org.gridsight.spatial.sight;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The walls of one building, courtyards included, as flat numbers: x1, y1, x2, y2 of each. Walls without length are left
 * out. A ring without area stays as a wall that can be seen from both sides.
 */
final class Footprint {

    private static final int STRIDE = 4;

    private final Envelope box;
    private final double[] walls;

    private Footprint(Envelope box, double[] walls) {
        this.box = box;
        this.walls = walls;
    }

    static Footprint of(Polygon polygon) {
        double[] walls = new double[STRIDE * polygon.getNumPoints()];
        int used = append(walls, 0, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            used = append(walls, used, polygon.getInteriorRingN(hole));
        }
        return new Footprint(polygon.getEnvelopeInternal(), Arrays.copyOf(walls, used));
    }

    private static int append(double[] walls, int first, LinearRing ring) {
        int used = first;
        for (int i = 1; i < ring.getNumPoints(); i++) {
            Coordinate from = ring.getCoordinateN(i - 1);
            Coordinate to = ring.getCoordinateN(i);
            if (from.x != to.x || from.y != to.y) {
                walls[used++] = from.x;
                walls[used++] = from.y;
                walls[used++] = to.x;
                walls[used++] = to.y;
            }
        }
        return used;
    }

    Envelope box() {
        return box;
    }

    /** Even and odd crossings of a ray to the east: a courtyard is outside. */
    boolean holds(double x, double y) {
        if (!box.contains(x, y)) {
            return false;
        }
        boolean inside = false;
        for (int at = 0; at < walls.length; at += STRIDE) {
            double y1 = walls[at + 1];
            double y2 = walls[at + 3];
            if ((y1 > y) != (y2 > y) && x < walls[at] + (walls[at + 2] - walls[at]) * ((y - y1) / (y2 - y1))) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The nearest point of a wall with the wall's unit normal: x, y, normal x, normal y, distance. */
    double[] nearestWall(double x, double y) {
        double[] best = {x, y, 0, 0, Double.POSITIVE_INFINITY};
        for (int at = 0; at < walls.length; at += STRIDE) {
            double dx = walls[at + 2] - walls[at];
            double dy = walls[at + 3] - walls[at + 1];
            double length = Math.hypot(dx, dy);
            double share = ((x - walls[at]) * dx + (y - walls[at + 1]) * dy) / (length * length);
            double clamped = Math.max(0, Math.min(1, share));
            double footX = walls[at] + clamped * dx;
            double footY = walls[at + 1] + clamped * dy;
            double metres = Math.hypot(x - footX, y - footY);
            if (metres < best[4]) {
                best = new double[] {footX, footY, dy / length, -dx / length, metres};
            }
        }
        return best;
    }

    /** Whether a wall stands between two points; a wall that the second point touches does not. */
    boolean standsBetween(double x, double y, double toX, double toY) {
        double dx = toX - x;
        double dy = toY - y;
        for (int at = 0; at < walls.length; at += STRIDE) {
            double wallX = walls[at + 2] - walls[at];
            double wallY = walls[at + 3] - walls[at + 1];
            double cross = dx * wallY - dy * wallX;
            double offX = walls[at] - x;
            double offY = walls[at + 1] - y;
            double along = (offX * wallY - offY * wallX) / cross;
            double across = (offX * dy - offY * dx) / cross;
            // parallel walls give no number and so no crossing
            if (along > 0 && along < 1 - 1e-9 && across >= 0 && across <= 1) {
                return true;
            }
        }
        return false;
    }

    /** Hands every wall to the collector. */
    void addTo(NearWalls near) {
        for (int at = 0; at < walls.length; at += STRIDE) {
            near.add(walls[at], walls[at + 1], walls[at + 2], walls[at + 3]);
        }
    }
}
