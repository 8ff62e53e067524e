package org.gridsight.app.incidents;

/** The stretch of the loop a clock measures; each has its own time limit. */
enum ClockStep {
    ACCEPT,
    HANDLE,
    VERIFY,
    REVISIT,
    CLOSE
}
