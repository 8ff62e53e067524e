package org.gridsight.spatial.hotspot.scan;

import java.util.List;

/**
 * What a scan found.
 *
 * @param verdict whether there was enough to say anything
 * @param clusters most likely first, no two with a cell in common; those with a high p are what chance brings
 * @param replicas done
 */
public record ScanResult(Verdict verdict, Days period, int cases, List<ScanCluster> clusters, int replicas) {

    /** Whether anything can be said. */
    public enum Verdict {
        SCANNED,
        /** Fewer than {@link SpaceTimeScan#FEWEST_CASES}. */
        TOO_FEW_CASES,
        /** All in one cell: no place can differ from another. */
        ONE_PLACE,
        /** All on one day: no day can differ from another. */
        ONE_DAY
    }
}
