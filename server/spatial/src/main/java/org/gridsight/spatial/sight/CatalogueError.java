package org.gridsight.spatial.sight;

/**
 * How wrong a camera catalogue is: standard deviations of headings and, along each axis, of positions. Headings are
 * estimated on site or given as one of eight directions; positions come from a phone or a map click.
 */
public record CatalogueError(double headingDegrees, double positionMetres) {

    /** A catalogue entered by hand, as most are. */
    public static final CatalogueError USUAL = new CatalogueError(8, 3);

    public CatalogueError {
        if (!(headingDegrees > 0 && headingDegrees <= 180 && positionMetres >= 0 && positionMetres <= 1_000)) {
            throw new IllegalArgumentException("catalogue errors must be above 0 to 180 degrees and 0 to 1000 m, were "
                    + headingDegrees + " and " + positionMetres);
        }
    }
}
