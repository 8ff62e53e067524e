package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What is said of a place read from the picture holds against cameras whose truth is known. */
class PlaceAccuracyTest {

    private static final double CLICK = 1.5;

    @Test
    void aboutNinetyFiveOfHundredPlacesLieWithinWhatIsSaid() {
        int within = 0;
        int all = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            PinholeCamera camera = PinholeCamera.any(random);
            Homography map = Homography.of(camera.pairs(8, CLICK, random));
            PlaceAccuracy accuracy = PlaceAccuracy.of(map, CLICK);
            for (Coordinate ground : camera.grounds(10, random)) {
                Coordinate pixel = camera.pixel(ground);
                Coordinate clicked = new Coordinate(
                        pixel.x + CLICK * random.nextGaussian(), pixel.y + CLICK * random.nextGaussian());
                double off = map.ground(clicked).orElseThrow().distance(ground);
                within += off <= accuracy.metresAt(clicked).orElseThrow() ? 1 : 0;
                all++;
            }
        }
        assertThat(within / (double) all).isBetween(0.9, 0.995);
    }

    @Test
    void growsFarAwayAndOutsideOfThePairs() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 20);
        Homography map = Homography.of(
                List.of(pair(camera, -4, 18), pair(camera, 4, 18), pair(camera, 4, 26), pair(camera, -4, 26)));
        PlaceAccuracy accuracy = PlaceAccuracy.of(map, CLICK);
        double amid = at(accuracy, camera, 0, 22);
        double behind = at(accuracy, camera, 0, 60);
        double farther = at(accuracy, camera, 0, 120);
        assertThat(behind).isGreaterThan(5 * amid);
        assertThat(farther).isGreaterThan(3 * behind);
        assertThat(at(accuracy, camera, 9, 22)).isGreaterThan(2 * amid);
        // four pairs fit whatever they say: only the click itself is known
        assertThat(accuracy.pixels()).isEqualTo(CLICK);
        assertThat(accuracy.metresAt(new Coordinate(900, camera.horizonRow() - 5)))
                .isEmpty();
    }

    @Test
    void badPairsCountForMoreThanACarefulClick() {
        Random random = new Random(3);
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 20);
        PlaceAccuracy poor = PlaceAccuracy.of(Homography.of(camera.pairs(12, 12, random)), CLICK);
        assertThat(poor.pixels()).isBetween(7.0, 18.0);
        assertThat(poor.spread()).hasSize(81);
    }

    @Test
    void theShownGroundIsThatOfThePictureBelowTheHorizon() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(100, 200), 8, 30, 12);
        Homography map = Homography.of(camera.pairs(6, 0, new Random(1)));
        Polygon ground = new GeometryFactory()
                .createPolygon(map.shown(PinholeCamera.FRAME).toArray(Coordinate[]::new));
        assertThat(ground.isValid()).isTrue();
        assertThat(ground.getNumPoints()).isEqualTo(5);
        Envelope frame = new Envelope(-1e-3, 1920 + 1e-3, camera.horizonRow(), 1080 + 1e-3);
        assertThat(ground.getCoordinates()).allMatch(corner -> frame.contains(camera.pixel(corner)));
        for (Coordinate place : camera.grounds(20, new Random(2))) {
            // one of them is shown on the very edge of the picture
            assertThat(ground.distance(new GeometryFactory().createPoint(place)))
                    .isLessThan(1e-6);
        }
        Homography steep = Homography.of(new PinholeCamera(new Coordinate(0, 0), 8, 0, 60).pairs(6, 0, new Random(1)));
        assertThat(steep.shown(PinholeCamera.FRAME)).hasSize(5);
    }

    @Test
    void namesThePairsThatAreToBlame() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        PointPair a = pair(camera, -3, 12);
        PointPair b = pair(camera, 3, 12);
        PointPair c = pair(camera, 3, 20);
        PointPair d = pair(camera, -3, 20);
        assertThat(Homography.faultOf(List.of(a, b, c, d))).isEmpty();
        assertThat(fault(a, b, c)).isEqualTo(new PairFault(PairFault.Kind.TOO_FEW, true, List.of()));
        assertThat(fault(a, b, c, b)).isEqualTo(new PairFault(PairFault.Kind.SAME_SPOT, true, List.of(1, 3)));
        assertThat(fault(a, a, a, a)).isEqualTo(new PairFault(PairFault.Kind.SAME_SPOT, true, List.of(0, 1, 2, 3)));
        assertThat(fault(a, b, c, pair(camera, 3, 30)))
                .isEqualTo(new PairFault(PairFault.Kind.ON_A_LINE, true, List.of(1, 2, 3)));
        // right in the picture, in a line on the ground
        PointPair astray = new PointPair(d.pixel(), new Coordinate(3, 30));
        assertThat(fault(a, b, c, astray)).isEqualTo(new PairFault(PairFault.Kind.ON_A_LINE, false, List.of(1, 2, 3)));
        PairFault exchanged = fault(new PointPair(a.pixel(), b.ground()), new PointPair(b.pixel(), a.ground()), c, d);
        assertThat(exchanged.kind()).isEqualTo(PairFault.Kind.EXCHANGED);
        assertThat(exchanged.pairs()).hasSize(2);
        assertThat(exchanged.words()).contains("exchanged");
    }

    private static PairFault fault(PointPair... pairs) {
        return Homography.faultOf(List.of(pairs)).orElseThrow();
    }

    private static double at(PlaceAccuracy accuracy, PinholeCamera camera, double x, double y) {
        return accuracy.metresAt(camera.pixel(new Coordinate(x, y))).orElseThrow();
    }

    private static PointPair pair(PinholeCamera camera, double x, double y) {
        Coordinate ground = new Coordinate(x, y);
        return new PointPair(camera.pixel(ground), ground);
    }
}
