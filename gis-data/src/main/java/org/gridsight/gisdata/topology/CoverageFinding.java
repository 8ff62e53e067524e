package org.gridsight.gisdata.topology;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing wrong with a coverage.
 *
 * @param codes the grids concerned; for a gap those around it
 * @param geometry where, in CGCS2000 degrees
 * @param thin narrower than the sliver width
 */
public record CoverageFinding(Kind kind, List<String> codes, Geometry geometry, double areaSquareMetres, boolean thin) {

    /** What is wrong. */
    public enum Kind {
        GAP,
        OVERLAP,
        THIN_POLYGON,
        DUPLICATE_CODE,
        OUTSIDE
    }

    public CoverageFinding {
        codes = List.copyOf(codes);
    }
}
