package org.gridsight.spatial.hotspot.forecast;

/**
 * How many cases fell into the marked cells, and what that is worth. PAI and PEI as in Chainey, Tompson and Uhlig 2008
 * and Hunt 2016: {@code PAI = (hits / cases) / (marked / cells)}, {@code PEI = PAI / best PAI}. Pooled figures add up
 * cases, hits and cells over the periods first.
 *
 * @param marked cells marked, over all periods
 * @param cells of the area, over all periods
 * @param bestHits of the marking that knew the future
 */
public record HitRate(long cases, long hits, long bestHits, long marked, long cells) {

    static final HitRate NONE = new HitRate(0, 0, 0, 0, 0);

    HitRate plus(HitRate other) {
        return new HitRate(
                cases + other.cases,
                hits + other.hits,
                bestHits + other.bestHits,
                marked + other.marked,
                cells + other.cells);
    }

    /** Share of the cases that fell into the marked cells; NaN without cases. */
    public double hitRate() {
        return (double) hits / cases;
    }

    public double areaShare() {
        return (double) marked / cells;
    }

    /** Prediction accuracy index: 1 is chance; NaN without cases. */
    public double pai() {
        return hitRate() / areaShare();
    }

    /** Prediction efficiency index, 0..1: the share of what a prophet would have hit; NaN without cases. */
    public double pei() {
        return (double) hits / bestHits;
    }
}
