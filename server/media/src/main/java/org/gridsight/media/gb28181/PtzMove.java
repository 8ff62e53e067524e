package org.gridsight.media.gb28181;

/**
 * A movement at a speed; each value from -1 to 1, 0 is no movement.
 *
 * @param pan right is positive
 * @param tilt up is positive
 * @param zoom nearer is positive
 */
public record PtzMove(double pan, double tilt, double zoom) {

    /** No movement at all. */
    public static final PtzMove STOP = new PtzMove(0, 0, 0);

    public PtzMove {
        check("pan", pan);
        check("tilt", tilt);
        check("zoom", zoom);
    }

    private static void check(String name, double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from -1 to 1, was " + value);
        }
    }
}
