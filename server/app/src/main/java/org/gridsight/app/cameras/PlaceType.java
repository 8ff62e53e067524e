package org.gridsight.app.cameras;

/** What sort of place a camera looks at. Decree 799 art. 8 forbids some of them, whatever the reason. */
enum PlaceType {
    PUBLIC_PLACE(false),
    ROAD(false),
    ENTRANCE(false),
    HIGH_POINT(false),
    /** Looks near a forbidden place; to be reviewed by a person. */
    NEAR_SENSITIVE(false),
    GUEST_ROOM(true),
    DORMITORY(true),
    TOILET(true),
    BATHROOM(true),
    CHANGING_ROOM(true),
    NURSING_ROOM(true);

    private final boolean forbidden;

    PlaceType(boolean forbidden) {
        this.forbidden = forbidden;
    }

    boolean isForbidden() {
        return forbidden;
    }
}
