package org.gridsight.app.cameras.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridsight.app.cameras.CameraPose;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;

/** What a person should look at before trusting a calibration; {@code pairs} counted from 0. */
record CalibrationWarning(Code code, List<Integer> pairs, String zh, String en) {

    /** More of the picture's width than this, and the pairs do not agree. */
    private static final double ROUGH_SHARE = 0.01;

    private static final int FEWEST = 4;
    private static final double BEYOND = 3;

    /** What is odd. */
    enum Code {
        FEW,
        OUTLIER,
        ROUGH,
        BEYOND_RANGE
    }

    static List<CalibrationWarning> of(PictureGround ground, CameraPose pose) {
        List<CalibrationWarning> warnings = new ArrayList<>();
        if (ground.pairs().size() == FEWEST) {
            warnings.add(of(
                    Code.FEW,
                    List.of(),
                    new Text(
                            "只有 4 对点,总能完全吻合,残差说明不了对错。请再加几对。",
                            "Four pairs always fit, right or wrong: the residual says nothing. Add some more.")));
        }
        ground.map()
                .suspectPair()
                .ifPresent(pair -> warnings.add(of(
                        Code.OUTLIER,
                        List.of(pair),
                        new Text("去掉第 {0} 对后,其余各对吻合得多,请核对。", "Without pair {0} the others agree much better: check it.")
                                .with(String.valueOf(pair + 1)))));
        if (ground.map().rmsPixels() > ROUGH_SHARE * ground.frame().width()) {
            warnings.add(of(
                    Code.ROUGH,
                    List.of(),
                    new Text(
                            "各对之间相差较大:点位不准,或地面不平。",
                            "The pairs do not agree well: clicks are off, or the ground is not flat.")));
        }
        List<Integer> far = beyond(ground, pose);
        if (!far.isEmpty()) {
            warnings.add(of(
                    Code.BEYOND_RANGE,
                    far,
                    new Text("有的点远在摄像机登记的可视距离之外。", "Some points lie far beyond the camera's registered range.")));
        }
        return List.copyOf(warnings);
    }

    private static List<Integer> beyond(PictureGround ground, CameraPose pose) {
        List<LngLat> places =
                ground.pairs().stream().map(CalibrationPair::place).toList();
        return IntStream.range(0, places.size())
                .filter(i -> pose.place()
                        .filter(from -> CalibrationRequest.metres(from, places.get(i)) > BEYOND * pose.rangeMetres())
                        .isPresent())
                .boxed()
                .toList();
    }

    private static CalibrationWarning of(Code code, List<Integer> pairs, Text text) {
        return new CalibrationWarning(code, pairs, text.zh(), text.en());
    }
}
