package org.gridsight.app.incidents;

/** What a time limit is counted in: hours and days pass always, a working day only on working days. */
enum LimitUnit {
    HOUR(3_600),
    DAY(86_400),
    WORKING_DAY(86_400);

    private final long seconds;

    LimitUnit(long seconds) {
        this.seconds = seconds;
    }

    /** Length of one on its own clock. */
    long seconds() {
        return seconds;
    }
}
