package org.gridsight.app.cameras;

import java.util.OptionalDouble;

/** What the numbers of a GB/T 28181 catalogue mean (annex A). */
final class CatalogueWords {

    /** Degrees from north of 1 east, 2 west, 3 south, 4 north, 5 south-east, 6 north-east, 7 south-west, 8 north-west. */
    private static final double[] HEADINGS = {90, 270, 180, 0, 135, 45, 225, 315};

    private CatalogueWords() {}

    static OptionalDouble headingOf(int direction) {
        return direction >= 1 && direction <= HEADINGS.length
                ? OptionalDouble.of(HEADINGS[direction - 1])
                : OptionalDouble.empty();
    }

    /** 1 dome, 4 remote fixed, 5 remote half dome; 2 half dome and 3 fixed stay as they are. */
    static boolean turns(int ptzType) {
        return ptzType == 1 || ptzType == 4 || ptzType == 5;
    }
}
