package org.gridsight.spatial.sight;

import java.util.Arrays;

/**
 * The walls within range as an eye sees them: each is an interval of angles, counter-clockwise from the right border of
 * the cone, with its nearness, the inverse of the distance along a ray. The nearness of a straight wall is
 * {@code a cos(angle) + b sin(angle)}: linear in the direction of the ray, so two walls are compared without a division.
 */
final class NearWalls {

    static final double TURN = 2 * Math.PI;
    /** A wall seen from its end, or a piece of one, that is thinner hides nothing. */
    private static final double THIN = 1e-12;

    private final double eyeX;
    private final double eyeY;
    private final double cos;
    private final double sin;
    private final double width;
    private final double range;
    private double[] from = new double[64];
    private double[] to = new double[64];
    private double[] a = new double[64];
    private double[] b = new double[64];
    private int size;

    /** {@code rightDegrees}: bearing of the right border. */
    NearWalls(Buildings.Eye eye, double rightDegrees, double widthDegrees, double rangeMetres) {
        this.eyeX = eye.x();
        this.eyeY = eye.y();
        // turns the right border onto the x axis
        double right = Math.toRadians(90 - rightDegrees);
        this.cos = Math.cos(right);
        this.sin = Math.sin(right);
        this.width = Math.toRadians(widthDegrees);
        this.range = rangeMetres;
    }

    int size() {
        return size;
    }

    double width() {
        return width;
    }

    double from(int wall) {
        return from[wall];
    }

    double to(int wall) {
        return to[wall];
    }

    double nearness(int wall, double angle) {
        return a[wall] * Math.cos(angle) + b[wall] * Math.sin(angle);
    }

    /** Angle of a point, 0..2 pi. */
    double angle(double x, double y) {
        return turn(across(x, y), along(x, y));
    }

    /** Easting of a point on a ray. */
    double x(double angle, double metres) {
        return eyeX + metres * (cos * Math.cos(angle) - sin * Math.sin(angle));
    }

    /** Northing of a point on a ray. */
    double y(double angle, double metres) {
        return eyeY + metres * (sin * Math.cos(angle) + cos * Math.sin(angle));
    }

    private double along(double x, double y) {
        return cos * (x - eyeX) + sin * (y - eyeY);
    }

    private double across(double x, double y) {
        return cos * (y - eyeY) - sin * (x - eyeX);
    }

    private static double turn(double y, double x) {
        double angle = Math.atan2(y, x);
        return angle < 0 ? angle + TURN : angle;
    }

    /** Takes the part of a wall that lies in the cone. */
    void add(double x1, double y1, double x2, double y2) {
        double px = along(x1, y1);
        double py = across(x1, y1);
        double dx = along(x2, y2) - px;
        double dy = across(x2, y2) - py;
        // the part within the range: p + t d for t in first..last
        double dd = dx * dx + dy * dy;
        double pd = px * dx + py * dy;
        double root = pd * pd - dd * (px * px + py * py - range * range);
        if (root <= 0) {
            return;
        }
        double first = Math.max(0, (-pd - Math.sqrt(root)) / dd);
        double last = Math.min(1, (-pd + Math.sqrt(root)) / dd);
        double cross = px * dy - py * dx;
        if (first >= last || Math.abs(cross) <= 1e-9 * Math.sqrt(dd)) {
            return;
        }
        double start = turn(py + first * dy, px + first * dx);
        // the far end from its own coordinates: walls that share a corner must share the angle
        double end = last == 1 ? angle(x2, y2) : turn(py + last * dy, px + last * dx);
        if (cross > 0) {
            addTurned(start, end, dy / cross, -dx / cross);
        } else {
            addTurned(end, start, dy / cross, -dx / cross);
        }
    }

    private void addTurned(double start, double end, double nearA, double nearB) {
        if (start <= end) {
            // more than half a turn is a wall seen from its end, blurred by rounding
            if (end - start <= Math.PI) {
                append(start, end, nearA, nearB);
            }
        } else if (start - end >= Math.PI) {
            append(start, TURN, nearA, nearB);
            append(0, end, nearA, nearB);
        }
    }

    private void append(double start, double end, double nearA, double nearB) {
        double cut = Math.min(end, width);
        if (cut - start <= THIN) {
            return;
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            a = Arrays.copyOf(a, 2 * size);
            b = Arrays.copyOf(b, 2 * size);
        }
        from[size] = start;
        to[size] = cut;
        a[size] = nearA;
        b[size] = nearB;
        size++;
    }
}
