package org.gridsight.app.cameras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridsight.app.cameras.aiming.Preset;
import org.gridsight.app.cameras.aiming.Turning;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cameras/<id>/presets}. */
record TurningRequest(
        @Nullable Long version,
        @Nullable Double panZero,
        @Nullable Double mountMetres,
        @Nullable List<@Nullable GivenPreset> presets) {

    private static final int MOST = 255;
    private static final double HIGHEST_METRES = 300;

    /** One stored direction, bound leniently. */
    record GivenPreset(
            @Nullable Integer number,
            @Nullable String name,
            @Nullable Double bearing,
            @Nullable Double fieldOfView) {}

    Turning check() {
        Faults faults = new Faults();
        Optional<Long> seen = faults.required("version", version);
        OptionalDouble zero = within("panZero", panZero, -360, 360, faults);
        OptionalDouble mount = within("mountMetres", mountMetres, 0.5, HIGHEST_METRES, faults);
        List<Preset> read = new ArrayList<>();
        List<@Nullable GivenPreset> given = presets == null ? List.of() : presets;
        if (given.size() > MOST) {
            faults.add("presets", new Text("最多 {0} 个。", "at most {0}").with(MOST));
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            read(given.get(i), "presets[" + i + "]", faults)
                    .filter(preset -> isNew(preset, numbers, faults))
                    .ifPresent(read::add);
        }
        faults.throwIfAny();
        return new Turning(seen.orElseThrow(), zero, mount, read);
    }

    private static boolean isNew(Preset preset, Set<Integer> numbers, Faults faults) {
        if (numbers.add(preset.number())) {
            return true;
        }
        faults.add("presets", new Text("预置位 {0} 重复。", "preset {0} stands there twice").with(preset.number()));
        return false;
    }

    private static Optional<Preset> read(@Nullable GivenPreset given, String field, Faults faults) {
        if (given == null) {
            faults.required(field, null);
            return Optional.empty();
        }
        Optional<Integer> number = faults.required(field + ".number", given.number());
        if (number.isPresent() && (number.get() < 1 || number.get() > MOST)) {
            faults.add(field + ".number", new Text("须在 1 到 {0} 之间。", "must lie in 1..{0}").with(MOST));
            number = Optional.empty();
        }
        String name = faults.text(field + ".name", given.name(), 100).orElse("");
        faults.required(field + ".bearing", given.bearing());
        faults.required(field + ".fieldOfView", given.fieldOfView());
        OptionalDouble bearing = within(field + ".bearing", given.bearing(), -360, 360, faults);
        OptionalDouble wide = within(field + ".fieldOfView", given.fieldOfView(), 1, 360, faults);
        return number.isEmpty() || bearing.isEmpty() || wide.isEmpty()
                ? Optional.empty()
                : Optional.of(new Preset(number.get(), name, (bearing.getAsDouble() + 360) % 360, wide.getAsDouble()));
    }

    static OptionalDouble within(String field, @Nullable Double value, double least, double most, Faults faults) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value >= least && value <= most) {
            return OptionalDouble.of(value);
        }
        faults.add(field, new Text("须在 {0} 到 {1} 之间。", "must lie in {0}..{1}").with(least, most));
        return OptionalDouble.empty();
    }
}
