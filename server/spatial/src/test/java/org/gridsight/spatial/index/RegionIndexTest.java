package org.gridsight.spatial.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** The raster must answer as a plain walk over all polygons does, borders and corners included. */
class RegionIndexTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void agreesWithAskingEveryPolygon() throws ParseException {
        long seed = 7;
        Random random = new Random(seed);
        List<Geometry> regions = voronoi(random, 300);
        // overlapping, holed and several-part regions too
        regions.add(wkt("POLYGON((117.2 35.2,117.8 35.2,117.8 35.8,117.2 35.8,117.2 35.2),"
                + "(117.4 35.4,117.4 35.6,117.6 35.6,117.6 35.4,117.4 35.4))"));
        regions.add(wkt(
                "MULTIPOLYGON(((118.2 35,118.3 35,118.3 35.1,118.2 35)),((118.4 35,118.5 35,118.5 35.1,118.4 35)))"));
        RegionIndex index = RegionIndex.of(regions);
        List<LngLat> places = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            places.add(new LngLat(116.9 + random.nextDouble() * 1.7, 34.9 + random.nextDouble() * 1.2));
        }
        for (Geometry region : regions) {
            for (Coordinate corner : region.getCoordinates()) {
                places.add(new LngLat(corner.x, corner.y));
                places.add(new LngLat(corner.x, Math.nextUp(corner.y)));
            }
        }
        for (LngLat place : places) {
            assertThat(index.at(place)).as("seed %d, %s", seed, place).isEqualTo(bruteForce(regions, place));
        }
    }

    @Test
    void givesASharedBorderToTheSmallestNumber() throws ParseException {
        Geometry west = wkt("POLYGON((117 35,118 35,118 36,117 36,117 35))");
        Geometry east = wkt("POLYGON((118 35,119 35,119 36,118 36,118 35))");
        LngLat border = new LngLat(118, 35.5);
        assertThat(RegionIndex.of(List.of(west, east)).at(border)).hasValue(0);
        assertThat(RegionIndex.of(List.of(east, west)).at(border)).hasValue(0);
        assertThat(RegionIndex.of(List.of(west, east)).at(new LngLat(118.5, 36)))
                .hasValue(1);
        assertThat(RegionIndex.of(List.of(west, east)).at(new LngLat(118.5, 36.0001)))
                .isEmpty();
    }

    @Test
    void answersEmptyForNoRegionsAndEmptyRegions() throws ParseException {
        LngLat place = new LngLat(117, 35);
        assertThat(RegionIndex.of(List.of()).at(place)).isEmpty();
        assertThat(RegionIndex.of(List.of()).nearest(place, 1e6)).isEmpty();
        RegionIndex index =
                RegionIndex.of(List.of(wkt("POLYGON EMPTY"), wkt("POLYGON((117 35,118 35,118 36,117 35))")));
        assertThat(index.at(place)).hasValue(1);
    }

    @Test
    void refusesWhatIsNoPolygon() {
        assertThatThrownBy(() -> RegionIndex.of(List.of(wkt("LINESTRING(117 35,118 36)"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LineString");
    }

    @Test
    void findsTheNearestRegionForAPlaceSlightlyOutside() {
        long seed = 11;
        Random random = new Random(seed);
        List<Geometry> regions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Coordinate middle = new Coordinate(117 + random.nextDouble(), 35 + random.nextDouble());
            regions.add(FACTORY.createPoint(middle).buffer(0.004 + 0.02 * random.nextDouble(), 4));
        }
        RegionIndex index = RegionIndex.of(regions);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            LngLat place = new LngLat(116.9 + random.nextDouble() * 1.2, 34.9 + random.nextDouble() * 1.2);
            OptionalInt expected = nearestByBruteForce(regions, place, 1_500);
            assertThat(index.nearest(place, 1_500))
                    .as("seed %d, %s", seed, place)
                    .isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(100, 2_900);
    }

    private static OptionalInt bruteForce(List<Geometry> regions, LngLat place) {
        Geometry point = FACTORY.createPoint(new Coordinate(place.lng(), place.lat()));
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).covers(point)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt nearestByBruteForce(List<Geometry> regions, LngLat place, double maxMetres) {
        OptionalInt holder = bruteForce(regions, place);
        if (holder.isPresent()) {
            return holder;
        }
        double east = 111_195 * Math.cos(Math.toRadians(place.lat()));
        AffineTransformation metres =
                new AffineTransformation().translate(-place.lng(), -place.lat()).scale(east, 111_195);
        Geometry here = FACTORY.createPoint(new Coordinate(0, 0));
        int nearest = -1;
        double best = maxMetres;
        for (int i = 0; i < regions.size(); i++) {
            double distance = metres.transform(regions.get(i)).distance(here);
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private static List<Geometry> voronoi(Random random, int count) {
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sites.add(new Coordinate(117 + random.nextDouble() * 1.5, 35 + random.nextDouble()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry diagram = builder.getDiagram(FACTORY);
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            cells.add(diagram.getGeometryN(i));
        }
        return cells;
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader(FACTORY).read(text);
    }
}
