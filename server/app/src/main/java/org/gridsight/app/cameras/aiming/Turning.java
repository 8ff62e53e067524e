package org.gridsight.app.cameras.aiming;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridsight.media.gb28181.PtzTarget;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;

/**
 * What is known of a camera's head.
 *
 * @param panZero heading at which the head's own pan angle is 0, degrees
 * @param mountMetres how high it hangs; without it a turn keeps the tilt
 * @param presets by number
 */
public record Turning(long version, OptionalDouble panZero, OptionalDouble mountMetres, List<Preset> presets) {

    /** Nobody has said anything of it yet. */
    public static final Turning UNKNOWN = new Turning(0, OptionalDouble.empty(), OptionalDouble.empty(), List.of());

    /** So wide, metres, a place should stand in the picture: the matter and what happens around it. */
    private static final double FRAME_METRES = 60;

    private static final double NEAREST_ZOOM = 20;
    private static final double FULL_CIRCLE = 360;
    private static final double STEEPEST = 90;

    public Turning {
        presets =
                presets.stream().sorted(Comparator.comparingInt(Preset::number)).toList();
    }

    /** Where the head should stand to look at a place; empty while nobody has said where its zero is. */
    public Optional<PtzTarget> target(ViewCone head, LngLat place) {
        if (panZero.isEmpty()) {
            return Optional.empty();
        }
        double metres = head.camera().metresTo(place);
        double pan = (head.camera().headingTo(place) - panZero.getAsDouble() + 2 * FULL_CIRCLE) % FULL_CIRCLE;
        OptionalDouble tilt = mountMetres.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(STEEPEST, Math.toDegrees(Math.atan2(mountMetres.getAsDouble(), metres))));
        return Optional.of(new PtzTarget(OptionalDouble.of(pan), tilt, zoom(head, metres)));
    }

    /** As much as the place needs, when the width of the picture at no zoom is known. */
    private static OptionalDouble zoom(ViewCone head, double metres) {
        double wide = head.fieldOfViewDegrees();
        if (wide >= FULL_CIRCLE / 2) {
            return OptionalDouble.empty();
        }
        double across = 2 * metres * Math.tan(Math.toRadians(wide / 2));
        return OptionalDouble.of(Math.max(1, Math.min(NEAREST_ZOOM, across / FRAME_METRES)));
    }

    /** The stored direction that has a place nearest to the middle of its picture; empty when none has it in. */
    public Optional<Preset> preset(ViewCone head, LngLat place) {
        return presets.stream()
                .filter(preset -> preset.frames(head, place))
                .min(Comparator.comparingDouble((Preset preset) -> preset.degreesOff(head, place))
                        .thenComparingInt(Preset::number));
    }
}
