package org.gridsight.spatial.hotspot.release;

import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/** Cases, each with a number for who reported it. Immutable. */
public final class ReportedCases {

    /** Nobody knows who: all such cases count as one reporter, because they may be. */
    public static final int UNKNOWN = -1;

    private final DatedPoints cases;
    private final int[] reporters;

    private ReportedCases(DatedPoints cases, int[] reporters) {
        this.cases = cases;
        this.reporters = reporters;
    }

    /** @throws UnusableInput when there is not one reporter for each case */
    public static ReportedCases of(DatedPoints cases, int[] reporters) {
        if (cases.size() != reporters.length) {
            throw new UnusableInput("there are " + cases.size() + " cases but " + reporters.length + " reporters");
        }
        for (int i = 0; i < reporters.length; i++) {
            if (reporters[i] < UNKNOWN) {
                throw new UnusableInput("case " + (i + 1) + ": reporter is " + reporters[i] + ", it must be 0 or more, "
                        + "or -1 for unknown");
            }
        }
        return new ReportedCases(cases, reporters.clone());
    }

    public int size() {
        return reporters.length;
    }

    public DatedPoints cases() {
        return cases;
    }

    public int reporter(int i) {
        return reporters[i];
    }
}
