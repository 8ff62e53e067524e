package org.gridsight.app.cameras;

/** What somebody may look for. */
enum ViewPurpose {
    /** To see the place of an incident, which has to be named. */
    INCIDENT,
    PATROL,
    MAINTENANCE,
    WALL
}
