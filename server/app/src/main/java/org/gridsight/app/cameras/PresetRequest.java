package org.gridsight.app.cameras;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gridsight.app.cameras.aiming.Preset;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cameras/<id>/presets/<number>}: what the present view shall be called, and where it looks. */
record PresetRequest(
        @Nullable String name,
        @Nullable String ticket,
        @Nullable Double bearing,
        @Nullable Double fieldOfView) {

    static final int MOST = 255;
    private static final int LONGEST_NAME = 100;

    /** @param looks empty when nobody has said where */
    record View(int number, String name, Optional<Preset> looks) {}

    View check(String number) {
        Faults faults = new Faults();
        int stored = number(number, faults);
        String called = faults.required("name", name)
                .flatMap(text -> faults.text("name", text, LONGEST_NAME))
                .orElse("");
        OptionalDouble looking = TurningRequest.within("bearing", bearing, -360, 360, faults);
        OptionalDouble wide = TurningRequest.within("fieldOfView", fieldOfView, 1, 360, faults);
        if (bearing != null) {
            faults.required("fieldOfView", fieldOfView);
        }
        faults.throwIfAny();
        Optional<Preset> looks = looking.isEmpty() || wide.isEmpty()
                ? Optional.empty()
                : Optional.of(new Preset(stored, called, (looking.getAsDouble() + 360) % 360, wide.getAsDouble()));
        return new View(stored, called, looks);
    }

    static int check(String number, Faults faults) {
        int stored = number(number, faults);
        faults.throwIfAny();
        return stored;
    }

    private static int number(String number, Faults faults) {
        int read = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
        if (read < 1 || read > MOST) {
            faults.add("number", new Text("须在 1 到 {0} 之间。", "must lie in 1..{0}").with(MOST));
        }
        return read;
    }

    /** Without the ticket. */
    @Override
    public String toString() {
        return "PresetRequest";
    }
}
