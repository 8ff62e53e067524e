package org.gridsight.gisdata.topology;

/**
 * What counts. Widths are of the widest place of a finding.
 *
 * @param noiseWidthMetres narrower differences are rounding and not reported
 * @param noiseAreaSquareMetres smaller ones neither
 * @param thinWidthMetres narrower gaps, overlaps and polygons are slivers
 * @param mostFindings the check stops there and says so
 */
public record CoverageTolerance(
        double noiseWidthMetres, double noiseAreaSquareMetres, double thinWidthMetres, int mostFindings) {

    public CoverageTolerance {
        if (!(noiseWidthMetres > 0 && noiseAreaSquareMetres >= 0 && thinWidthMetres >= noiseWidthMetres)) {
            throw new IllegalArgumentException("tolerances must be above 0 and thin not below noise, were "
                    + noiseWidthMetres + ", " + noiseAreaSquareMetres + ", " + thinWidthMetres);
        }
    }

    /** 20 cm and 1 m² of noise; slivers below 3 m; 1,000 findings. */
    public static CoverageTolerance defaults() {
        return new CoverageTolerance(0.2, 1, 3, 1_000);
    }
}
