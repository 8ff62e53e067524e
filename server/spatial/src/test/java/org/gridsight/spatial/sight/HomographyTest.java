package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;

/** The fitted map against a camera made by trigonometry. */
class HomographyTest {

    private static final PictureFrame FRAME = PinholeCamera.FRAME;

    @Test
    void findsTheExactMapFromFourAndMorePairs() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            PinholeCamera camera = PinholeCamera.any(random);
            Homography map = Homography.of(camera.pairs(4 + random.nextInt(12), 0, random));
            assertThat(map.rmsMetres()).isLessThan(1e-6);
            assertThat(map.isMirrored()).isFalse();
            for (Coordinate ground : camera.grounds(20, random)) {
                Coordinate pixel = map.pixel(ground).orElseThrow();
                assertThat(pixel.distance(camera.pixel(ground)))
                        .as("seed %d", seed)
                        .isLessThan(1e-5);
                assertThat(map.ground(pixel).orElseThrow().distance(ground)).isLessThan(1e-6);
                assertThat(map.ground(camera.pixel(ground)).orElseThrow().distance(ground))
                        .as("seed %d", seed)
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void wrongClicksCostLittleMoreThanTheirOwnGround() {
        List<Double> errors = new ArrayList<>();
        double squares = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            PinholeCamera camera = PinholeCamera.any(random);
            Homography map = Homography.of(camera.pairs(12, 1, random));
            squares += map.rmsPixels() * map.rmsPixels() / 100;
            for (Coordinate ground : camera.grounds(10, random)) {
                Coordinate pixel = camera.pixel(ground);
                double metres = map.ground(pixel).orElseThrow().distance(ground);
                errors.add(metres / map.metresPerPixel(pixel).orElseThrow());
            }
        }
        // of 24 numbers 8 are fitted: the other 16 hold the error of 12 clicks
        assertThat(squares).isCloseTo(16 / 12.0, within(0.1));
        errors.sort(null);
        // in pixels of ground: twelve clicks average each other out
        assertThat(errors.get(errors.size() / 2)).isLessThan(1);
        assertThat(errors.get(errors.size() * 99 / 100)).isLessThan(5);
    }

    @Test
    void saysHowFarEachPairIsOff() {
        Random random = new Random(4);
        PinholeCamera camera = PinholeCamera.any(random);
        List<PointPair> pairs = camera.pairs(8, 2, random);
        Homography map = Homography.of(pairs);
        double[] residuals = map.residualMetres();
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            double metres = map.ground(pairs.get(i).pixel())
                    .orElseThrow()
                    .distance(pairs.get(i).ground());
            assertThat(residuals[i]).isCloseTo(metres, within(1e-12));
            sum += metres * metres;
        }
        assertThat(map.rmsMetres()).isCloseTo(Math.sqrt(sum / 8), within(1e-9));
    }

    @Test
    void thereIsNoGroundAtOrAboveTheHorizon() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(100, 200), 8, 30, 12);
        Homography map = Homography.of(camera.pairs(6, 0, new Random(1)));
        double row = camera.horizonRow();
        assertThat(map.ground(new Coordinate(900, row - 1))).isEmpty();
        assertThat(map.ground(new Coordinate(900, row))).isEmpty();
        assertThat(map.ground(new Coordinate(900, 0))).isEmpty();
        assertThat(map.ground(new Coordinate(900, row + 20))).isPresent();
        assertThat(map.metresPerPixel(new Coordinate(900, row - 1))).isEmpty();
        LineSegment horizon = map.horizon(FRAME).orElseThrow();
        assertThat(horizon.p0.y).isCloseTo(row, within(1e-4));
        assertThat(horizon.p1.y).isCloseTo(row, within(1e-4));
        assertThat(horizon.getLength()).isCloseTo(1920, within(1e-4));
        Homography steep = Homography.of(new PinholeCamera(new Coordinate(0, 0), 8, 0, 60).pairs(6, 0, new Random(1)));
        assertThat(steep.horizon(FRAME)).isEmpty();
    }

    @Test
    void placesBehindTheCameraAreNotInThePicture() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        Homography map = Homography.of(camera.pairs(6, 0, new Random(1)));
        assertThat(map.pixel(new Coordinate(0, -50))).isEmpty();
        assertThat(map.pixel(new Coordinate(0, 20))).isPresent();
    }

    @Test
    void bordersAreCutAtTheCameraAndAtThePictureAsPointByPointDrawingShows() {
        GeometryFactory factory = new GeometryFactory();
        int drawnLines = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            PinholeCamera camera = PinholeCamera.any(random);
            Homography map = Homography.of(camera.pairs(8, 0, random));
            Coordinate from = near(camera, random);
            Coordinate to = near(camera, random);
            List<List<Coordinate>> pieces = map.drawn(List.of(from, to), FRAME);
            assertThat(pieces.size()).isLessThanOrEqualTo(1);
            drawnLines += pieces.size();
            Envelope frame = new Envelope(-1e-6, 1920 + 1e-6, -1e-6, 1080 + 1e-6);
            assertThat(pieces).allSatisfy(piece -> assertThat(piece).allMatch(frame::contains));
            for (int i = 0; i <= 500; i++) {
                Coordinate ground = new LineSegment(from, to).pointAlong(i / 500.0);
                Coordinate pixel = camera.pixel(ground);
                boolean shown = camera.depth(ground) > 0.5 && new Envelope(0, 1920, 0, 1080).contains(pixel);
                if (shown) {
                    Geometry drawn = factory.createLineString(pieces.get(0).toArray(Coordinate[]::new));
                    assertThat(drawn.distance(factory.createPoint(pixel)))
                            .as("seed %d", seed)
                            .isLessThan(1e-3);
                }
            }
        }
        assertThat(drawnLines).isGreaterThan(10);
    }

    @Test
    void joinsTheSidesOfABorderThatStayInThePicture() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        Homography map = Homography.of(camera.pairs(6, 0, new Random(1)));
        List<Coordinate> square = List.of(
                new Coordinate(-1, 12),
                new Coordinate(1, 12),
                new Coordinate(1, 14),
                new Coordinate(-1, 14),
                new Coordinate(-1, 12));
        assertThat(map.drawn(square, FRAME))
                .hasSize(1)
                .first()
                .satisfies(piece -> assertThat(piece).hasSize(5));
        assertThat(map.drawn(List.of(), FRAME)).isEmpty();
    }

    @Test
    void refusesPairsThatDetermineNothing() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        List<PointPair> three = camera.pairs(3, 0, new Random(1));
        assertThatThrownBy(() -> Homography.of(three))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("at least 4 different");
        List<PointPair> twice = new ArrayList<>(three);
        twice.add(three.get(0));
        assertThatThrownBy(() -> Homography.of(twice)).hasMessageContaining("at least 4 different");
        assertThatThrownBy(() -> Homography.of(along(camera, 5))).hasMessageContaining("on a line");
        List<PointPair> oneBeside = along(camera, 4);
        oneBeside.add(pair(camera, 5, 20));
        assertThatThrownBy(() -> Homography.of(oneBeside)).hasMessageContaining("on a line");
        assertThatThrownBy(() -> new PointPair(new Coordinate(Double.NaN, 0), new Coordinate()))
                .hasMessageContaining("pixel");
    }

    @Test
    void refusesExchangedPairs() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        List<PointPair> pairs = camera.pairs(4, 0, new Random(1));
        List<PointPair> exchanged = List.of(
                new PointPair(pairs.get(0).pixel(), pairs.get(1).ground()),
                new PointPair(pairs.get(1).pixel(), pairs.get(0).ground()),
                pairs.get(2),
                pairs.get(3));
        assertThatThrownBy(() -> Homography.of(exchanged))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("exchanged");
    }

    @Test
    void noticesAMirroredPicture() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        List<PointPair> mirrored = camera.pairs(6, 0, new Random(1)).stream()
                .map(pair -> new PointPair(new Coordinate(1920 - pair.pixel().x, pair.pixel().y), pair.ground()))
                .toList();
        assertThat(Homography.of(mirrored).isMirrored()).isTrue();
    }

    @Test
    void namesTheOneWrongPair() {
        int named = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            PinholeCamera camera = PinholeCamera.any(random);
            List<PointPair> pairs = camera.pairs(9, 0.7, random);
            assertThat(Homography.of(pairs).suspectPair()).as("seed %d", seed).isEmpty();
            int wrong = random.nextInt(9);
            Coordinate pixel = pairs.get(wrong).pixel();
            pairs.set(
                    wrong,
                    new PointPair(
                            new Coordinate(pixel.x + 60, pixel.y + 30),
                            pairs.get(wrong).ground()));
            named += Homography.of(pairs).suspectPair().orElse(-1) == wrong ? 1 : 0;
        }
        assertThat(named).isGreaterThanOrEqualTo(45);
        PinholeCamera faultless = PinholeCamera.any(new Random(2));
        assertThat(Homography.of(faultless.pairs(8, 0, new Random(2))).suspectPair())
                .isEmpty();
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 30);
        assertThat(Homography.of(camera.pairs(5, 9, new Random(1))).suspectPair())
                .isEmpty();
    }

    @Test
    void metresOfAPixelAreThoseOfItsNeighbour() {
        PinholeCamera camera = new PinholeCamera(new Coordinate(0, 0), 8, 0, 20);
        Homography map = Homography.of(camera.pairs(6, 0, new Random(1)));
        Coordinate pixel = camera.pixel(new Coordinate(0, 40));
        double up = map.ground(new Coordinate(pixel.x, pixel.y - 0.01))
                .orElseThrow()
                .distance(map.ground(pixel).orElseThrow());
        assertThat(map.metresPerPixel(pixel).orElseThrow()).isCloseTo(up / 0.01, within(1e-3));
    }

    @Test
    void matricesGiveTheSameAnswers() {
        Random random = new Random(8);
        PinholeCamera camera = PinholeCamera.any(random);
        Homography map = Homography.of(camera.pairs(7, 1, random));
        Coordinate ground = camera.grounds(1, random).get(0);
        double[] m = map.groundToPixel();
        double weight = m[6] * ground.x + m[7] * ground.y + m[8];
        Coordinate pixel = map.pixel(ground).orElseThrow();
        assertThat(weight).isPositive();
        assertThat((m[0] * ground.x + m[1] * ground.y + m[2]) / weight).isCloseTo(pixel.x, within(1e-9));
        double[] back = map.pixelToGround();
        assertThat((back[0] * pixel.x + back[1] * pixel.y + back[2])
                        / (back[6] * pixel.x + back[7] * pixel.y + back[8]))
                .isCloseTo(ground.x, within(1e-6));
    }

    private static Coordinate near(PinholeCamera camera, Random random) {
        return new Coordinate(
                camera.foot().x + random.nextDouble() * 200 - 100, camera.foot().y + random.nextDouble() * 200 - 100);
    }

    private static List<PointPair> along(PinholeCamera camera, int count) {
        List<PointPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(pair(camera, i - 2, 15 + i));
        }
        return pairs;
    }

    private static PointPair pair(PinholeCamera camera, double x, double y) {
        Coordinate ground = new Coordinate(x, y);
        return new PointPair(camera.pixel(ground), ground);
    }
}
