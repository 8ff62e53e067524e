package org.gridsight.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.grid.PointCells;
import org.gridsight.spatial.index.RegionIndex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** How many places per second one thread finds the grid of, with 500 grids; median of five rounds. */
final class RegionLookup {

    private static final int GRIDS = 500;
    private static final int LOOKUPS = 2_000_000;

    private RegionLookup() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        RegionIndex index = RegionIndex.of(grids(random));
        LngLat[] places = new LngLat[1 << 16];
        for (int i = 0; i < places.length; i++) {
            places[i] = new LngLat(117.8 + random.nextDouble() * 0.2, 35.7 + random.nextDouble() * 0.2);
        }
        List<Double> rates = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < 7; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < LOOKUPS; i++) {
                found += index.at(places[i & (places.length - 1)]).orElse(0);
            }
            // the first two rounds warm up
            if (round >= 2) {
                rates.add(LOOKUPS * 1e9 / (System.nanoTime() - start));
            }
        }
        rates.sort(null);
        String result = String.format(
                Locale.ROOT, "%d grids: %.1f M lookups/s, one thread (sum %d)", GRIDS, rates.get(2) / 1e6, found);
        Row.print(RegionLookup.class, "-", result, "1 M/s");
    }

    private static List<Polygon> grids(Random random) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < GRIDS; i++) {
            points.add(new Coordinate(random.nextDouble() * 20_000, random.nextDouble() * 20_000));
        }
        GeometryFactory factory = new GeometryFactory();
        AffineTransformation degrees =
                AffineTransformation.scaleInstance(1e-5, 1e-5).translate(117.8, 35.7);
        return new PointCells(factory.toGeometry(new Envelope(0, 20_000, 0, 20_000)), points)
                .cells().stream()
                        .map(cell -> (Polygon) degrees.transform(cell.shape()))
                        .toList();
    }
}
