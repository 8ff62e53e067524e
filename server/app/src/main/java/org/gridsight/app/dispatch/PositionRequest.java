package org.gridsight.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;

/** One entry of {@code POST /api/workers/me/positions}. */
record PositionRequest(
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Double accuracyMetres,
        @Nullable String at) {

    static final int MOST = 1_000;

    /** All positions, or every fault of every entry at once. */
    static List<Position> toPositions(List<@Nullable PositionRequest> entries, Instant now, Duration clockTolerance) {
        Faults faults = new Faults();
        List<Position> fixes = new ArrayList<>();
        if (entries.isEmpty() || entries.size() > MOST) {
            faults.add("", new Text("一次须有 1 到 {0} 个位置。", "1 to {0} positions at a time").with(MOST));
        }
        for (int i = 0; i < Math.min(entries.size(), MOST); i++) {
            String path = "[" + i + "]";
            faults.required(path, entries.get(i))
                    .flatMap(entry -> entry.toPosition(faults, path + ".", now.plus(clockTolerance)))
                    .ifPresent(fixes::add);
        }
        faults.throwIfAny();
        return fixes;
    }

    private Optional<Position> toPosition(Faults faults, String path, Instant latest) {
        if (isSwapped()) {
            faults.add(path + "lon", new Text("经纬度颠倒,请核对。", "latitude and longitude are swapped"));
            return Optional.empty();
        }
        Optional<Double> x = inRange(faults, path + "lon", lon, 180);
        Optional<Double> y = inRange(faults, path + "lat", lat, 90);
        Optional<Instant> time = faults.required(path + "at", at).flatMap(text -> faults.instant(path + "at", text));
        if (time.filter(t -> t.isAfter(latest)).isPresent()) {
            faults.add(path + "at", new Text("时间在将来,请核对设备时钟。", "lies in the future; check the device clock"));
        }
        if (x.isEmpty() || y.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        if (x.get() == 0 && y.get() == 0) {
            faults.add(path + "lon", new Text("0,0 不是有效位置。", "0,0 is no position"));
        }
        double accuracy =
                Optional.ofNullable(accuracyMetres).filter(Double::isFinite).orElse(Double.NaN);
        return Optional.of(new Position(new LngLat(x.get(), y.get()), accuracy, time.get()));
    }

    /** A latitude that only a longitude can be, beside a longitude that may be a latitude. */
    private boolean isSwapped() {
        return lon != null && lat != null && Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
    }

    private static Optional<Double> inRange(Faults faults, String field, @Nullable Double value, double limit) {
        Optional<Double> given = faults.required(field, value);
        if (given.filter(v -> !(Math.abs(v) <= limit)).isPresent()) {
            faults.add(field, new Text("须在 ±{0} 之内。", "must lie within ±{0}").with(limit));
            return Optional.empty();
        }
        return given;
    }
}
