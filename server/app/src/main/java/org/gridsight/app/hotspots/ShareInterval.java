package org.gridsight.app.hotspots;

/** The 95 % interval of a share by Wilson (Journal of the American Statistical Association 22, 1927). */
record ShareInterval(double low, double high) {

    private static final double Z = 1.959964;

    /** NaN when there is nothing to share. */
    static ShareInterval of(long hits, long all) {
        double share = (double) hits / all;
        double width = 1 + Z * Z / all;
        double centre = (share + Z * Z / (2.0 * all)) / width;
        double half = Z / width * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return new ShareInterval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
