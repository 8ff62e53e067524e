package org.gridsight.gisdata.demo;

/** What will become of a case: about 91 % closed, 5 % overdue once, 6 % returned, 3 % reopened, 2 % merged. */
record Fate(boolean merged, boolean rejected, boolean returned, boolean reopened, boolean overdue) {

    static final Fate PLAIN = new Fate(false, false, false, false, false);

    /** Two of three repeats are recognised as such: 2 % of all. What others were merged into is not rejected. */
    static Fate of(Draft draft, boolean mergeTarget, Draws draws) {
        boolean merged = draws.unit() < 0.67 && draft.repeats != null;
        boolean rejected = draws.unit() < 0.065 && !merged && !mergeTarget;
        boolean open = !merged && !rejected;
        return new Fate(
                merged, rejected, open & draws.chance(0.066), open & draws.chance(0.033), open & draws.chance(0.055));
    }
}
