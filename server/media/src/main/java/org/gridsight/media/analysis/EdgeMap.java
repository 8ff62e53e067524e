package org.gridsight.media.analysis;

/**
 * Where a picture has edges, coarsely: what stays the same by day and by night as long as a camera looks the same way.
 * Compared by normalised correlation, which is blind to how bright the picture is.
 */
final class EdgeMap {

    private static final int WIDTH = 32;
    private static final int HEIGHT = 18;

    private final double[] cells = new double[WIDTH * HEIGHT];

    static EdgeMap of(LumaPlane plane) {
        EdgeMap map = new EdgeMap();
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = 1; x < plane.width() - 1; x++) {
                int across = plane.at(x + 1, y) - plane.at(x - 1, y);
                int down = plane.at(x, y + 1) - plane.at(x, y - 1);
                int cell = y * HEIGHT / plane.height() * WIDTH + x * WIDTH / plane.width();
                map.cells[cell] += Math.abs(across) + Math.abs(down);
            }
        }
        map.normalise();
        return map;
    }

    /** 1 for the same edges, about 0 for unrelated ones. */
    double likeness(EdgeMap other) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i] * other.cells[i];
        }
        return sum;
    }

    /** A step of the given share towards another map: how a reference follows the seasons. */
    EdgeMap towards(EdgeMap other, double share) {
        EdgeMap map = new EdgeMap();
        for (int i = 0; i < cells.length; i++) {
            map.cells[i] = cells[i] + share * (other.cells[i] - cells[i]);
        }
        map.normalise();
        return map;
    }

    /** One byte a cell, for keeping; {@link #of(byte[])} reads it. */
    byte[] packed() {
        double most = 0;
        for (double cell : cells) {
            most = Math.max(most, Math.abs(cell));
        }
        byte[] packed = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            packed[i] = (byte) Math.round(most == 0 ? 0 : cells[i] / most * Byte.MAX_VALUE);
        }
        return packed;
    }

    static EdgeMap of(byte[] packed) {
        EdgeMap map = new EdgeMap();
        for (int i = 0; i < map.cells.length; i++) {
            map.cells[i] = packed[i];
        }
        map.normalise();
        return map;
    }

    /** The length of {@link #packed()}. */
    static int size() {
        return WIDTH * HEIGHT;
    }

    // the mean is taken away, the length becomes 1
    private void normalise() {
        double mean = 0;
        for (double cell : cells) {
            mean += cell / cells.length;
        }
        double length = 0;
        for (int i = 0; i < cells.length; i++) {
            cells[i] -= mean;
            length += cells[i] * cells[i];
        }
        double scale = length == 0 ? 0 : 1 / Math.sqrt(length);
        for (int i = 0; i < cells.length; i++) {
            cells[i] *= scale;
        }
    }
}
