package org.gridsight.spatial.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Every point finds its cell, every cell its place, and the area decides by its centre. */
class SquareCellsTest {

    @Test
    void numbersCellsByColumnThenRow() {
        SquareCells cells =
                SquareCells.covering(PlanarPoints.of(new double[] {-150, 130, 10}, new double[] {-1, 99, 0}), 100);
        assertThat(cells.size()).isEqualTo(4 * 2);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(cells.at(cells.centreX(i), cells.centreY(i))).isEqualTo(i);
            assertThat(cells.ix(i)).isEqualTo(-2 + i / 2);
            assertThat(cells.iy(i)).isEqualTo(-1 + i % 2);
        }
        assertThat(cells.at(200, 0)).isEqualTo(-1);
        assertThat(cells.at(Double.NaN, 0)).isEqualTo(-1);
        assertThat(cells.counts(PlanarPoints.of(new double[] {-200, 0, 0, 1e6}, new double[] {-100, 0, 99, 0})))
                .containsExactly(1, 0, 0, 0, 0, 2, 0, 0);
    }

    @Test
    void takesCellsWhoseCentreLiesInside() throws ParseException {
        Geometry area = new WKTReader()
                .read("MULTIPOLYGON(((3 7, 903 -155, 1204 610, 333 1080, 3 7), (300 300, 500 310, 480 600, 300 300)),"
                        + " ((-900 -900, -700 -900, -700 -500, -900 -900)))");
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        SquareCells cells = SquareCells.inside(area, 17);
        int inside = 0;
        for (int ix = -60; ix < 80; ix++) {
            for (int iy = -60; iy < 80; iy++) {
                Coordinate centre = new Coordinate((ix + 0.5) * 17, (iy + 0.5) * 17);
                boolean in = locator.locate(centre) != Location.EXTERIOR;
                inside += in ? 1 : 0;
                int cell = cells.at(centre.x, centre.y);
                assertThat(cell >= 0).isEqualTo(in);
                assertThat(!in || cells.ix(cell) == ix && cells.iy(cell) == iy).isTrue();
            }
        }
        assertThat(cells.size()).isEqualTo(inside);
        assertThat(cells.queen().size(0)).isLessThan(9);
    }

    @Test
    void translationByWholeSidesChangesNothing() {
        Random random = new Random(3);
        double[] x = random.doubles(300).map(v -> v * 5_000).toArray();
        double[] y = random.doubles(300).map(v -> v * 5_000).toArray();
        double[] east = java.util.Arrays.stream(x).map(v -> v + 64_000).toArray();
        SquareCells here = SquareCells.covering(PlanarPoints.of(x, y), 64);
        SquareCells there = SquareCells.covering(PlanarPoints.of(east, y), 64);
        assertThat(there.size()).isEqualTo(here.size());
        assertThat(there.ix(5)).isEqualTo(here.ix(5) + 1_000);
        assertThat(there.counts(PlanarPoints.of(east, y))).isEqualTo(here.counts(PlanarPoints.of(x, y)));
    }

    @Test
    void refusesSidesThatDoNotFit() throws ParseException {
        PlanarPoints two = PlanarPoints.of(new double[] {0, 1e5}, new double[] {0, 1e5});
        for (double side : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-9, 1}) {
            assertThatThrownBy(() -> SquareCells.covering(two, side)).isInstanceOf(UnusableInput.class);
        }
        Geometry small = new WKTReader().read("POLYGON((1 1, 2 1, 2 2, 1 1))");
        assertThatThrownBy(() -> SquareCells.inside(small, 100)).hasMessageContaining("no cell");
        assertThatThrownBy(() -> SquareCells.inside(new WKTReader().read("POLYGON EMPTY"), 1))
                .hasMessageContaining("no cell");
        assertThat(SquareCells.covering(PlanarPoints.of(new double[0], new double[0]), 5)
                        .size())
                .isZero();
    }
}
