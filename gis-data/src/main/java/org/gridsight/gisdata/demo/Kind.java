package org.gridsight.gisdata.demo;

import java.util.Arrays;
import java.util.List;

/**
 * The kinds of the incident stream: share of all incidents, the year's shape (factors January to December, divided by
 * their mean), and how long handling takes and may take. Kinds without a share occur only in planted places or now.
 */
enum Kind {
    DISPUTE(.28, .9, 1.3, 1, 1, 1, 1.1, 1, 1, 1.1, 1, 1, 1.1),
    SANITATION(.20, .7, .7, .9, 1, 1.1, 1.3, 1.4, 1.4, 1.1, .9, .8, .7),
    HAZARD(.18),
    HELP(.14, 1.2, 1, 1, .9, .9, 1, 1, 1, 1, 1, 1, 1.2),
    SECURITY(.10, 1.2, 1.2, .9, .9, 1, 1, 1.1, 1.1, 1, .9, .9, 1),
    FOREST_FIRE(.06, 1, 1.8, 2.4, 2.2, 1, .3, .1, .1, .3, .9, 1.1, 1),
    TRAFFIC(.04, 1.1, 1, 1, 1, 1, 1, 1.1, 1.1, 1, 1.1, 1, 1.1),
    FLOOD(0),
    FACILITY(0),
    CAMERA_FAULT(0),
    OTHER(0);

    static final List<Kind> WITH_SHARE =
            Arrays.stream(values()).filter(kind -> kind.share > 0).toList();

    private final double share;
    private final double[] months;

    Kind(double share, double... months) {
        this.share = share;
        double mean = Arrays.stream(months).average().orElse(1);
        this.months = months.length == 0
                ? new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
                : Arrays.stream(months).map(m -> m / mean).toArray();
    }

    double share() {
        return share;
    }

    /** @param month 1 to 12 */
    double monthFactor(int month) {
        return months[month - 1];
    }

    /** Hours from dispatch to deadline: the product's own table decides in earnest, this only shapes the past. */
    int limitHours() {
        return switch (this) {
            case DISPUTE -> 168;
            case FACILITY -> 120;
            case HAZARD, SECURITY, CAMERA_FAULT, OTHER -> 72;
            case SANITATION, HELP -> 48;
            case TRAFFIC -> 24;
            case FOREST_FIRE, FLOOD -> 12;
        };
    }
}
