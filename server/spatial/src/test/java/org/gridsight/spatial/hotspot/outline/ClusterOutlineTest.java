package org.gridsight.spatial.hotspot.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Outlines hold their points, stay in their area, are valid and do not depend on order. */
class ClusterOutlineTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Geometry SQUARE = wkt("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");
    /** With a lake, a river bend from the east, and an island apart. */
    private static final Geometry TOWN =
            wkt("MULTIPOLYGON (((0 0, 1000 30, 1000 470, 300 490, 300 510, 1000 530, 970 1000, "
                    + "0 1000, 0 0), (100 100, 250 100, 200 220, 100 100)), ((1100 0, 1400 0, 1350 300, 1100 0)))");

    @Test
    void holdsItsPointsAndStaysInTheAreaWhateverTheCloud() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[][] cloud = cloud(random);
            Geometry area = seed % 2 == 0 ? TOWN : SQUARE;
            ClusterOutline outlines = new ClusterOutline(area, 5 + 40 * random.nextDouble());
            Geometry outline =
                    outlines.around(PlanarPoints.of(cloud[0], cloud[1])).orElse(FACTORY.createPolygon());
            assertThat(outline.isValid()).as("seed %d", seed).isTrue();
            assertThat(outline.difference(area).getArea()).as("seed %d", seed).isCloseTo(0, within(1e-4));
            for (int i = 0; i < cloud[0].length; i++) {
                Point point = point(cloud[0][i], cloud[1][i]);
                if (area.covers(point)) {
                    assertThat(outline.distance(point)).as("seed %d", seed).isCloseTo(0, within(1e-6));
                }
            }
            shuffle(cloud, random);
            Geometry again =
                    outlines.around(PlanarPoints.of(cloud[0], cloud[1])).orElse(FACTORY.createPolygon());
            assertThat(again.equalsExact(outline)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void makesOnePointALineAndRepeatedPointsVisible() {
        ClusterOutline outlines = new ClusterOutline(SQUARE, 30);
        Geometry one = outlines.around(points(500, 500)).orElseThrow();
        assertThat(one.getArea()).isBetween(0.95 * Math.PI * 900, Math.PI * 900);
        assertThat(one.covers(point(500, 500).buffer(29))).isTrue();
        assertThat(outlines.around(points(500, 500, 500, 500, 500, 500))
                        .orElseThrow()
                        .equalsExact(one))
                .isTrue();
        Geometry two = outlines.around(points(500, 500, 600, 500)).orElseThrow();
        assertThat(two.getArea()).isCloseTo(6_000 + one.getArea(), within(1.0));
        Geometry line =
                outlines.around(points(500, 500, 600, 500, 530, 500, 580, 500)).orElseThrow();
        assertThat(line.getArea()).isCloseTo(two.getArea(), within(1.0));
        Geometry nearlyStraight = outlines.around(points(100, 100, 200, 200, 300.0000001, 300, 400, 400.0000001))
                .orElseThrow();
        assertThat(nearlyStraight.isValid()).isTrue();
        assertThat(nearlyStraight.covers(point(250, 250).buffer(28))).isTrue();
    }

    @Test
    void hugsAHookInsteadOfFillingIt() {
        Random random = new Random(1);
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = 5 * random.nextDouble() + (i < 30 ? 200 : 200 + 20 * (i - 30));
            y[i] = 5 * random.nextDouble() + (i < 30 ? 200 + 20 * i : 200);
        }
        Geometry outline =
                new ClusterOutline(SQUARE, 10).around(PlanarPoints.of(x, y)).orElseThrow();
        assertThat(outline.getArea()).isLessThan(0.5 * 600 * 600 / 2);
        assertThat(outline.covers(point(480, 480))).isFalse();
        assertThat(((Polygon) outline).getNumInteriorRing()).isZero();
    }

    @Test
    void dropsPiecesAcrossTheBorderThatHoldNoPoint() {
        // north of the river bend; the margin reaches over it
        ClusterOutline outlines = new ClusterOutline(TOWN, 80);
        Geometry north = outlines.around(points(700, 540)).orElseThrow();
        assertThat(north).isInstanceOf(Polygon.class);
        assertThat(north.getEnvelopeInternal().getMinY()).isGreaterThan(500);
        Geometry both = outlines.around(points(700, 540, 700, 470)).orElseThrow();
        assertThat(both).isInstanceOf(MultiPolygon.class);
        // a lake within stays a hole
        Geometry round =
                outlines.around(points(60, 60, 290, 60, 290, 280, 60, 280)).orElseThrow();
        assertThat(((Polygon) round).getNumInteriorRing()).isEqualTo(1);
        assertThat(outlines.around(points(5_000, 5_000))).isEmpty();
        assertThat(outlines.around(points())).isEmpty();
    }

    @Test
    void joinsCells() {
        SquareCells cells = SquareCells.inside(SQUARE, 0.1 * 1_000);
        ClusterOutline outlines = new ClusterOutline(SQUARE, 30);
        int corner = cells.at(50, 50);
        int east = cells.at(150, 50);
        int diagonal = cells.at(250, 150);
        Geometry row = outlines.of(cells, new int[] {corner, east, corner}).orElseThrow();
        assertThat(row.equalsTopo(wkt("POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))")))
                .isTrue();
        Geometry touching = outlines.of(cells, new int[] {east, diagonal}).orElseThrow();
        assertThat(touching.isValid()).isTrue();
        assertThat(touching.getNumGeometries()).isEqualTo(2);
        assertThat(outlines.of(cells, new int[0])).isEmpty();
        Geometry island = new ClusterOutline(wkt("POLYGON ((50 0, 99 0, 99 99, 50 99, 50 0))"), 1)
                .of(cells, new int[] {corner, east})
                .orElseThrow();
        assertThat(island.getArea()).isCloseTo(49 * 99, within(1e-6));
    }

    @Test
    void drawsCirclesNeverTooSmall() {
        ClusterOutline outlines = new ClusterOutline(SQUARE, 30);
        Geometry circle = outlines.circle(500, 500, 200).orElseThrow();
        assertThat(circle.getArea()).isBetween(Math.PI * 40_000, 1.002 * Math.PI * 40_000);
        assertThat(outlines.circle(500, 500, 0).orElseThrow().getArea()).isGreaterThan(Math.PI * 900);
        Geometry half = outlines.circle(0, 500, 100).orElseThrow();
        assertThat(half.getArea()).isCloseTo(circle.getArea() / 8, within(1.0));
        assertThat(outlines.circle(-500, 500, 100)).isEmpty();
    }

    @Test
    void mendsABrokenAreaAndRefusesNone() {
        Geometry bow = wkt("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");
        Geometry outline = new ClusterOutline(bow, 200).around(points(20, 50)).orElseThrow();
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(50 + 1e-6);
        assertThatThrownBy(() -> new ClusterOutline(wkt("POLYGON EMPTY"), 30)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new ClusterOutline(wkt("LINESTRING (0 0, 1 1)"), 30))
                .isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new ClusterOutline(SQUARE, 0)).isInstanceOf(UnusableInput.class);
        assertThatThrownBy(() -> new ClusterOutline(SQUARE, 30).circle(1, 1, Double.NaN))
                .isInstanceOf(UnusableInput.class);
    }

    /** Few or many, spread, in rows, on one spot, on the border, also outside of the area. */
    private static double[][] cloud(Random random) {
        int count = 1 + random.nextInt(80);
        double[][] cloud = new double[2][count];
        double x = 1_500 * random.nextDouble() - 100;
        double y = 1_200 * random.nextDouble() - 100;
        double spread = 300 * random.nextDouble();
        int kind = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            double dx = spread * random.nextGaussian();
            cloud[0][i] = kind == 3 ? Math.rint((x + dx) / 50) * 50 : kind == 2 ? 0 : kind == 4 ? x : x + dx;
            cloud[1][i] = kind == 1
                    ? y
                    : kind == 3 ? Math.rint(y / 50) * 50 + 50 * random.nextInt(6) : y + spread * random.nextGaussian();
        }
        return cloud;
    }

    private static void shuffle(double[][] cloud, Random random) {
        for (int i = cloud[0].length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            for (double[] axis : cloud) {
                double held = axis[i];
                axis[i] = axis[j];
                axis[j] = held;
            }
        }
    }

    private static PlanarPoints points(double... pairs) {
        double[] x = new double[pairs.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = pairs[2 * i];
            y[i] = pairs[2 * i + 1];
        }
        return PlanarPoints.of(x, y);
    }

    private static Point point(double x, double y) {
        return FACTORY.createPoint(new Coordinate(x, y));
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
