package org.gridsight.app.cameras.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.cameras.CameraPose;

/**
 * One calibration with all that a browser needs to follow the mouse without asking: the matrices between pixels and
 * metres around {@code origin}, row by row, and the spread of the first for the error of a place. A trial,
 * which is not kept, has neither time nor version.
 */
record CalibrationAnswer(
        String cameraId,
        int pictureWidth,
        int pictureHeight,
        boolean mirrored,
        List<PairView> pairs,
        Residual residualMetres,
        Residual residualPixels,
        List<CalibrationWarning> warnings,
        Ground ground,
        Optional<Instant> updatedAt,
        Optional<String> updatedBy,
        Optional<Long> version,
        Optional<Staleness.View> stale) {

    /** One pair and how far the fit leaves it off. */
    record PairView(
            double x,
            double y,
            double lng,
            double lat,
            double residualMetres,
            double residualPixels,
            boolean outlier) {}

    /** The flat ground of the picture; {@code worstAccuracyMetres}: a place less sure than this is none. */
    record Ground(
            List<Double> origin,
            double[] pixelToGround,
            double[] groundToPixel,
            double[] spread,
            double clickPixels,
            double worstAccuracyMetres,
            Area footprint) {}

    /** A GeoJSON polygon of one ring. */
    record Area(List<List<List<Double>>> coordinates) {

        @JsonProperty
        String type() {
            return "Polygon";
        }
    }

    static CalibrationAnswer from(Calibration calibration, CameraPose pose) {
        CalibrationAnswer trial = trial(calibration.ground(), pose);
        return new CalibrationAnswer(
                trial.cameraId,
                trial.pictureWidth,
                trial.pictureHeight,
                trial.mirrored,
                trial.pairs,
                trial.residualMetres,
                trial.residualPixels,
                trial.warnings,
                trial.ground,
                Optional.of(calibration.updatedAt()),
                Optional.of(calibration.updatedBy()),
                Optional.of(calibration.version()),
                calibration.staleness(pose).map(Staleness::view));
    }

    /** What would be kept. */
    static CalibrationAnswer trial(PictureGround ground, CameraPose pose) {
        double[] metres = ground.map().residualMetres();
        double[] pixels = ground.map().residualPixels();
        return new CalibrationAnswer(
                pose.cameraId(),
                (int) ground.frame().width(),
                (int) ground.frame().height(),
                ground.isMirrored(),
                pairs(ground, metres, pixels),
                Residual.of(metres),
                Residual.of(pixels),
                CalibrationWarning.of(ground, pose),
                groundOf(ground),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<PairView> pairs(PictureGround ground, double[] metres, double[] pixels) {
        int suspect = ground.map().suspectPair().orElse(-1);
        return IntStream.range(0, metres.length)
                .mapToObj(i -> {
                    CalibrationPair pair = ground.pairs().get(i);
                    return new PairView(
                            pair.x(),
                            pair.y(),
                            pair.place().lng(),
                            pair.place().lat(),
                            metres[i],
                            pixels[i],
                            i == suspect);
                })
                .toList();
    }

    private static Ground groundOf(PictureGround ground) {
        return new Ground(
                List.of(ground.plane().origin().lng(), ground.plane().origin().lat()),
                ground.map().pixelToGround(),
                ground.map().groundToPixel(),
                ground.accuracy().spread(),
                ground.accuracy().pixels(),
                PictureGround.WORST_ACCURACY_METRES,
                new Area(List.of(ground.shown())));
    }
}
