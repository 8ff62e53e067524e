package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridsight.app.grids.Place;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Hexagons inside a town with a lake and an exclave, held against trying every cell and every pair. */
class HexagonLayoutTest {

    private static final H3Core H3 = HexagonLayout.library();
    private static final Geometry TOWN = town();
    private static final Terrain TERRAIN =
            Terrain.of(new Place("990001101", "星野镇", true, Optional.of(TOWN), 1, Instant.EPOCH));

    private static Geometry town() {
        try {
            return new WKTReader(new GeometryFactory())
                    .read(
                            "MULTIPOLYGON(((117.9 35.8, 117.97 35.81, 117.96 35.86, 117.93 35.83, 117.9 35.85, 117.9 35.8),"
                                    + " (117.92 35.81, 117.92 35.82, 117.935 35.82, 117.935 35.81, 117.92 35.81)),"
                                    + " ((118.0 35.8, 118.01 35.8, 118.01 35.81, 118.0 35.81, 118.0 35.8)))");
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Long> indexes(HexagonLayout layout) {
        return IntStream.range(0, layout.size()).mapToObj(layout::index).toList();
    }

    private static TreeSet<Integer> near(Neighbourhood neighbourhood, int cell) {
        TreeSet<Integer> near = new TreeSet<>();
        neighbourhood.each(cell, near::add);
        return near;
    }

    @Test
    void holdsTheCellsWhoseCentreLiesInside() {
        TreeSet<Long> inside = new TreeSet<>();
        for (long cell : H3.gridDisk(H3.latLngToCell(35.83, 117.95, 9), 60)) {
            LatLng centre = H3.cellToLatLng(cell);
            if (TOWN.contains(TOWN.getFactory().createPoint(new Coordinate(centre.lng, centre.lat)))) {
                inside.add(cell);
            }
        }
        assertThat(indexes(HexagonLayout.inside(TERRAIN, 9))).containsExactlyElementsOf(inside);
    }

    @Test
    void nearIsWhatTouchesOrLiesWithin() {
        HexagonLayout layout = HexagonLayout.inside(TERRAIN, 9);
        List<Long> cells = indexes(layout);
        List<LatLng> places = cells.stream().map(H3::cellToLatLng).toList();
        PlanarPoints centres = TERRAIN.project(
                places.stream().mapToDouble(place -> place.lng).toArray(),
                places.stream().mapToDouble(place -> place.lat).toArray());
        Neighbourhood touching = layout.touching();
        Neighbourhood within = layout.within(1_500);
        for (int one = 0; one < cells.size(); one++) {
            TreeSet<Integer> touch = new TreeSet<>(List.of(one));
            TreeSet<Integer> reach = new TreeSet<>();
            for (int other = 0; other < cells.size(); other++) {
                if (other != one && H3.areNeighborCells(cells.get(one), cells.get(other))) {
                    touch.add(other);
                }
                double metres = Math.hypot(centres.x(one) - centres.x(other), centres.y(one) - centres.y(other));
                if (metres <= 1_500) {
                    reach.add(other);
                }
            }
            assertThat(near(touching, one)).isEqualTo(touch);
            assertThat(near(within, one)).isEqualTo(reach);
        }
    }

    @Test
    void shapesAreTheCellsAsFarAsTheTownReaches() {
        HexagonLayout layout = HexagonLayout.inside(TERRAIN, 9);
        int[] all = IntStream.range(0, layout.size()).toArray();
        List<Geometry> hexagons = new ArrayList<>();
        for (long cell : indexes(layout)) {
            List<LatLng> corners = new ArrayList<>(H3.cellToBoundary(cell));
            corners.add(corners.get(0));
            hexagons.add(TOWN.getFactory()
                    .createPolygon(corners.stream()
                            .map(corner -> new Coordinate(corner.lng, corner.lat))
                            .toArray(Coordinate[]::new)));
        }
        Geometry wanted = TOWN.getFactory().buildGeometry(hexagons).buffer(0).intersection(TOWN);
        Geometry shape = layout.shape(all).orElseThrow();
        // straight in metres is not quite straight in degrees; one cell more or less would be far more
        assertThat(shape.symDifference(wanted).getArea()).isLessThan(wanted.getArea() * 1e-3);
        // neighbours are joined: no seams between them
        assertThat(shape.getNumGeometries()).isEqualTo(wanted.getNumGeometries());
    }

    @Test
    void refusesWhatDoesNotFitTheTown() {
        assertThatThrownBy(() -> HexagonLayout.inside(TERRAIN, 4))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("higher resolution");
        assertThatThrownBy(() -> HexagonLayout.inside(TERRAIN, 14))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("lower resolution");
        assertThatThrownBy(() -> HexagonLayout.inside(TERRAIN, 11).within(5_000))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("shorter distance");
    }
}
