package org.gridsight.app.cameras.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.cameras.CameraPose;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.gridsight.spatial.sight.PairFault;
import org.gridsight.spatial.sight.PictureFrame;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Body of {@code PUT /api/cameras/{id}/calibration}, bound leniently and checked as a whole.
 *
 * @param mirrored whether the device gives its picture as in a mirror; without it such pairs are taken for exchanged
 */
record CalibrationRequest(
        @Nullable Integer pictureWidth,
        @Nullable Integer pictureHeight,
        @Nullable List<@Nullable Pair> pairs,
        @Nullable Boolean mirrored,
        @Nullable Long version) {

    private static final int LEAST_PIXELS = 16;
    private static final int MOST_PIXELS = 10_000;
    private static final int MOST_PAIRS = 64;
    /** No fixed camera shows the ground farther away than this well enough to click on it. */
    private static final double FARTHEST_METRES = 5_000;

    /** A pair as it came. */
    record Pair(
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double lng,
            @Nullable Double lat) {}

    /** What the pairs make of the picture; empty with faults told. */
    Optional<PictureGround> read(CameraPose pose, Faults faults) {
        Optional<PictureFrame> frame = frame(faults);
        List<CalibrationPair> read = new ArrayList<>();
        List<@Nullable Pair> given = pairs == null ? List.of() : pairs;
        if (given.size() > MOST_PAIRS) {
            faults.add("pairs", new Text("最多 {0} 对。", "at most {0} pairs").with(MOST_PAIRS));
            return Optional.empty();
        }
        for (int i = 0; i < given.size(); i++) {
            read(given.get(i), "pairs[" + i + "]", frame, faults).ifPresent(read::add);
        }
        if (frame.isEmpty() || !faults.isEmpty()) {
            return Optional.empty();
        }
        tooFar(read, pose, faults);
        if (faults.isEmpty()) {
            PictureGround.faultOf(read).ifPresent(fault -> tell(fault, faults));
        }
        return faults.isEmpty() ? facing(PictureGround.of(frame.get(), read), faults) : Optional.empty();
    }

    private Optional<PictureFrame> frame(Faults faults) {
        Optional<Integer> width = side("pictureWidth", pictureWidth, faults);
        Optional<Integer> height = side("pictureHeight", pictureHeight, faults);
        return width.flatMap(w -> height.map(h -> new PictureFrame(w, h)));
    }

    private static Optional<Integer> side(String field, @Nullable Integer pixels, Faults faults) {
        Optional<Integer> given = faults.required(field, pixels);
        if (given.filter(side -> side < LEAST_PIXELS || side > MOST_PIXELS).isPresent()) {
            faults.add(
                    field,
                    new Text("须为 {0} 到 {1} 像素。", "must be {0} to {1} pixels")
                            .with(String.valueOf(LEAST_PIXELS), String.valueOf(MOST_PIXELS)));
            return Optional.empty();
        }
        return given;
    }

    private static Optional<CalibrationPair> read(
            @Nullable Pair pair, String field, Optional<PictureFrame> frame, Faults faults) {
        if (pair == null || pair.x == null || pair.y == null || pair.lng == null || pair.lat == null) {
            faults.add(field, new Text("须有 x、y、lng、lat。", "needs x, y, lng and lat"));
            return Optional.empty();
        }
        double width = frame.map(PictureFrame::width).orElse(Double.MAX_VALUE);
        double height = frame.map(PictureFrame::height).orElse(Double.MAX_VALUE);
        boolean shown = pair.x >= 0 && pair.x <= width && pair.y >= 0 && pair.y <= height;
        if (!shown) {
            faults.add(field, new Text("不在画面内。", "lies outside of the picture"));
        }
        boolean place = Math.abs(pair.lng) <= 180 && Math.abs(pair.lat) <= 90;
        if (!place) {
            faults.add(field, new Text("不是经纬度。", "is no longitude and latitude"));
        }
        return shown && place
                ? Optional.of(new CalibrationPair(pair.x, pair.y, new LngLat(pair.lng, pair.lat)))
                : Optional.empty();
    }

    private static void tooFar(List<CalibrationPair> pairs, CameraPose pose, Faults faults) {
        if (pairs.isEmpty()) {
            return;
        }
        LngLat from = pose.place().orElse(pairs.get(0).place());
        for (int i = 0; i < pairs.size(); i++) {
            LngLat to = pairs.get(i).place();
            boolean near = Math.abs(to.lng() - from.lng()) < 1 && Math.abs(to.lat() - from.lat()) < 1;
            if (!near || metres(from, to) > FARTHEST_METRES) {
                faults.add(
                        "pairs[" + i + "]",
                        new Text("距摄像机超过 5 公里,请检查位置。", "lies more than 5 km from the camera; check the place"));
            }
        }
    }

    static double metres(LngLat from, LngLat to) {
        Coordinate away = GroundPlane.around(from).toMetres(to);
        return Math.hypot(away.x, away.y);
    }

    private static void tell(PairFault fault, Faults faults) {
        Text words = words(fault);
        if (fault.pairs().isEmpty()) {
            faults.add("pairs", words);
        }
        fault.pairs().forEach(pair -> faults.add("pairs[" + pair + "]", words));
    }

    private static Text words(PairFault fault) {
        Text where = fault.inPicture() ? new Text("画面", "picture") : new Text("地面", "ground");
        Text words = switch (fault.kind()) {
            case TOO_FEW -> new Text("至少需要 4 对点。", "at least 4 pairs are needed");
            case SAME_SPOT ->
                new Text(
                        "在{0}上与另一对重合,至少需要 4 个不同的点。",
                        "shares its spot on the {1} with another; 4 different ones are needed");
            case ON_A_LINE ->
                new Text(
                        "在{0}上与其他点几乎成一条直线,请在旁边再加点。",
                        "lies in one line with others on the {1}; add some beside that line");
            case EXCHANGED ->
                new Text(
                        "与其他对矛盾:两对点可能互换,或此点在地平线以上。",
                        "contradicts the others: pairs may be exchanged, or it lies above the horizon");
        };
        return words.with(where.zh(), where.en());
    }

    /** Pairs clicked in the wrong order look like a mirror, and four of them fit perfectly. */
    private Optional<PictureGround> facing(PictureGround ground, Faults faults) {
        if (ground.isMirrored() == Boolean.TRUE.equals(mirrored)) {
            return Optional.of(ground);
        }
        faults.add(
                ground.isMirrored() ? "pairs" : "mirrored",
                ground.isMirrored()
                        ? new Text(
                                "地面左右颠倒:点的顺序可能有误。若设备确实镜像输出画面,请注明 mirrored。",
                                "the ground is seen as in a mirror: pairs are probably out of order. If the device flips"
                                        + " its picture, say mirrored")
                        : new Text("画面并未镜像。", "the picture is not mirrored"));
        return Optional.empty();
    }
}
