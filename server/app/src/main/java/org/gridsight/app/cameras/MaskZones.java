package org.gridsight.app.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.analysis.Mask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a camera's picture that only those with the right may see. Each corner is a share of width and height. */
record MaskZones(List<double[]> polygons) {

    static final MaskZones NONE = new MaskZones(List.of());

    private static final int MOST_POLYGONS = 16;
    private static final int MOST_CORNERS = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    MaskZones {
        polygons = List.copyOf(polygons);
    }

    /** Polygons of [x, y] corners, as in a request. */
    static Optional<MaskZones> read(List<@Nullable List<@Nullable List<@Nullable Double>>> given, Faults faults) {
        List<double[]> read = new ArrayList<>();
        for (List<@Nullable List<@Nullable Double>> corners : given) {
            if (corners == null || corners.size() < 3 || corners.size() > MOST_CORNERS || !addTo(read, corners)) {
                break;
            }
        }
        if (read.size() != given.size() || given.size() > MOST_POLYGONS) {
            faults.add(
                    "masks",
                    new Text(
                                    "最多 {0} 个多边形,每个 3-{1} 个 [x, y] 角点,取值 0 到 1。",
                                    "at most {0} polygons of 3 to {1} corners [x, y], each from 0 to 1")
                            .with(MOST_POLYGONS, MOST_CORNERS));
            return Optional.empty();
        }
        return Optional.of(new MaskZones(read));
    }

    private static boolean addTo(List<double[]> read, List<@Nullable List<@Nullable Double>> corners) {
        double[] flat = new double[2 * corners.size()];
        for (int i = 0; i < flat.length; i++) {
            List<@Nullable Double> corner = corners.get(i / 2);
            Double value = corner == null || corner.size() != 2 ? null : corner.get(i % 2);
            if (value == null || !(value >= 0 && value <= 1)) {
                return false;
            }
            flat[i] = value;
        }
        read.add(flat);
        return true;
    }

    static MaskZones parse(String json) {
        return new MaskZones(List.of(JSON.readValue(json, double[][].class)));
    }

    String json() {
        return JSON.writeValueAsString(polygons);
    }

    /** As in a request: polygons of corners [x, y]. */
    List<List<List<Double>>> corners() {
        return polygons.stream().map(MaskZones::cornersOf).toList();
    }

    private static List<List<Double>> cornersOf(double[] flat) {
        List<List<Double>> corners = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 2) {
            corners.add(List.of(flat[i], flat[i + 1]));
        }
        return corners;
    }

    boolean isEmpty() {
        return polygons.isEmpty();
    }

    List<Mask> masks() {
        return polygons.stream().map(Mask::new).toList();
    }
}
