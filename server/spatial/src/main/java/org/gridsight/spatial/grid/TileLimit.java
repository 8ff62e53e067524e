package org.gridsight.spatial.grid;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a tiling may ask for: a size is a length, and so many cells that no township could staff them are a mistake. */
final class TileLimit {

    /** A piece with less of a full cell than this is no cell of its own. */
    static final double SMALLEST_SHARE = 0.25;

    private static final double MOST_CELLS = 100_000;

    private TileLimit() {}

    static void check(Geometry outline, double sizeMetres) {
        if (!(sizeMetres > 0 && Double.isFinite(sizeMetres))) {
            throw new IllegalArgumentException("cell size must be above 0 m, was " + sizeMetres);
        }
        Envelope box = outline.getEnvelopeInternal();
        double cells = (box.getWidth() / sizeMetres) * (box.getHeight() / sizeMetres);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "cell size " + sizeMetres + " m would make more than 100,000 cells; choose larger cells");
        }
    }
}
