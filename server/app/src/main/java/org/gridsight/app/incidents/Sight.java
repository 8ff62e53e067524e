package org.gridsight.app.incidents;

/** How much of a personal column somebody sees; later ones show more. */
enum Sight {
    HIDDEN,
    MASKED,
    OPEN
}
