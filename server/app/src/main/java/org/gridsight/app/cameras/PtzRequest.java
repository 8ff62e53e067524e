package org.gridsight.app.cameras;

import java.time.Duration;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.gb28181.PtzMove;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/cameras/<id>/ptz}. */
record PtzRequest(
        @Nullable String ticket,
        @Nullable Double pan,
        @Nullable Double tilt,
        @Nullable Double zoom,
        @Nullable Double seconds) {

    private static final double LONGEST_SECONDS = 5;
    private static final double USUAL_SECONDS = 1;
    private static final double MILLIS = 1_000;

    /** A movement and how long it lasts; the station always sends the stop. */
    record Order(PtzMove move, Duration time) {}

    /** The movement; the ticket has been checked before. */
    Order check() {
        Faults faults = new Faults();
        double right = speed("pan", pan, faults);
        double up = speed("tilt", tilt, faults);
        double nearer = speed("zoom", zoom, faults);
        double time = seconds == null ? USUAL_SECONDS : seconds;
        if (!(time >= 0 && time <= LONGEST_SECONDS)) {
            faults.add("seconds", new Text("须在 0 到 5 之间。", "must lie in 0..5"));
        }
        faults.throwIfAny();
        return new Order(new PtzMove(right, up, nearer), Duration.ofMillis(Math.round(time * MILLIS)));
    }

    private static double speed(String field, @Nullable Double value, Faults faults) {
        double speed = value == null ? 0 : value;
        if (!(speed >= -1 && speed <= 1)) {
            faults.add(field, new Text("须在 -1 到 1 之间。", "must lie in -1..1"));
        }
        return speed;
    }

    /** Without the ticket. */
    @Override
    public String toString() {
        return "PtzRequest";
    }
}
