package org.gridsight.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.GroundPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A synthetic township for studies of sight: settlements with turned street grids, houses in rows along them, and
 * cameras on poles at crossings, on house walls and on two high points. The truth is kept apart from any algorithm under
 * test: a place is seen when it lies in the true cone and JTS finds no house on the straight line.
 */
final class CameraTown {

    /** A camera as it really is; {@code ptz} sees all around. Bearing in degrees of the plane, about north. */
    record TrueCamera(String id, Coordinate at, double[] view, boolean online, boolean ptz) {

        double bearing() {
            return view[0];
        }

        double fieldOfView() {
            return view[1];
        }

        double range() {
            return view[2];
        }
    }

    static final GroundPlane PLANE = GroundPlane.around(new LngLat(117.9, 35.8));

    private static final GeometryFactory METRES = new GeometryFactory();
    private static final double TOWN_METRES = 9_000;
    private static final double BLOCK = 60;
    private static final int PER_SETTLEMENT = 25;

    private final Random random;
    private final List<Geometry> houses = new ArrayList<>();
    private final List<LineString> streets = new ArrayList<>();
    private final List<TrueCamera> cameras = new ArrayList<>();
    private final STRtree tree = new STRtree();

    CameraTown(long seed, int cameraCount) {
        random = new Random(seed);
        int settlements = Math.max(1, (cameraCount + PER_SETTLEMENT - 1) / PER_SETTLEMENT);
        double side = TOWN_METRES * Math.max(1, Math.sqrt(settlements / 8.0));
        List<AffineTransformation> places = new ArrayList<>();
        for (int i = 0; i < settlements; i++) {
            AffineTransformation place = AffineTransformation.rotationInstance(random.nextDouble() * Math.PI);
            place.translate((random.nextDouble() - 0.5) * side, (random.nextDouble() - 0.5) * side);
            places.add(place);
            settle(place);
        }
        houses.forEach(house -> tree.insert(house.getEnvelopeInternal(), house));
        tree.build();
        while (cameras.size() < cameraCount) {
            place(places.get(random.nextInt(settlements)), cameraCount);
        }
    }

    /** Nobody mounts a camera that looks at a wall: a sixth of its cone is open ground. */
    private boolean seesEnough(TrueCamera camera) {
        int seen = 0;
        for (int probe = 0; probe < 60; probe++) {
            Coordinate place = draw(camera, random);
            seen += isOutdoors(place) && sees(camera, place) ? 1 : 0;
        }
        return seen >= 10;
    }

    List<Geometry> houses() {
        return houses;
    }

    List<LineString> streets() {
        return streets;
    }

    List<TrueCamera> cameras() {
        return cameras;
    }

    /** Six by six blocks, 60 m apart, streets 8 to 12 m wide, one lot in eight empty. */
    private void settle(AffineTransformation place) {
        double reach = 3 * BLOCK;
        for (int line = -3; line <= 3; line++) {
            streets.add(street(place, -reach, line * BLOCK, reach, line * BLOCK));
            streets.add(street(place, line * BLOCK, -reach, line * BLOCK, reach));
        }
        for (double x = -reach; x < reach; x += BLOCK) {
            for (double y = -reach; y < reach; y += BLOCK) {
                for (int lot = 0; lot < 6; lot++) {
                    if (random.nextInt(8) > 0) {
                        houses.add(place.transform(house(x + 5 + lot % 3 * 17, y + 5 + lot / 3 * 27.0)));
                    }
                }
            }
        }
    }

    /** Rows of houses that nearly or really touch. */
    private Geometry house(double x, double y) {
        double width = 13 + random.nextInt(5);
        double depth = 10 + random.nextInt(10);
        return METRES.toGeometry(new Envelope(x, x + width, y, y + depth));
    }

    private static LineString street(AffineTransformation place, double x1, double y1, double x2, double y2) {
        return (LineString) place.transform(
                METRES.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)}));
    }

    /** Kinds and views of shared/domain.md section 13: crossing, village gate, square, high point. */
    private void place(AffineTransformation settlement, int wanted) {
        double[][] kinds = {{75, 80}, {75, 80}, {60, 60}, {90, 50}};
        double[] kind = random.nextInt(40) == 0 ? new double[] {45, 2_500} : kinds[random.nextInt(kinds.length)];
        boolean alongX = random.nextBoolean();
        double along = (random.nextInt(7) - 3) * BLOCK + (random.nextBoolean() ? 0 : random.nextDouble() * BLOCK);
        // high points stand outside
        double across =
                kind[1] > 1_000 ? -3.5 * BLOCK : (random.nextInt(7) - 3) * BLOCK + (random.nextBoolean() ? 4 : -4);
        Coordinate at = settlement.transform(
                alongX ? new Coordinate(along, across) : new Coordinate(across, along), new Coordinate());
        if (!houses(new Envelope(at)).stream().allMatch(house -> house.disjoint(METRES.createPoint(at)))) {
            return;
        }
        double turn = Math.toDegrees(
                Math.atan2(settlement.getMatrixEntries()[3], settlement.getMatrixEntries()[0]));
        double street = 90 - turn + (alongX ? 0 : 90) + (random.nextBoolean() ? 180 : 0);
        // a crossing has a pole with several cameras, one for each street
        int together = kind[1] > 1_000 ? 1 : 1 + random.nextInt(4);
        for (int i = 0; i < together && cameras.size() < wanted; i++) {
            double[] view = {street + 90 * i + random.nextGaussian() * 15, kind[0], kind[1]};
            String id = String.format(Locale.ROOT, "%020d", 99_000_101_001_320_000L + cameras.size());
            TrueCamera camera = new TrueCamera(id, at, view, random.nextInt(3) > 0, random.nextInt(6) == 0);
            if (seesEnough(camera)) {
                cameras.add(camera);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Geometry> houses(Envelope box) {
        return tree.query(box);
    }

    boolean isOutdoors(Coordinate place) {
        return houses(new Envelope(place)).stream().allMatch(house -> house.disjoint(METRES.createPoint(place)));
    }

    /** The truth: within the true range and view, no house in between. */
    boolean sees(TrueCamera camera, Coordinate place) {
        double metres = camera.at().distance(place);
        double bearing = Math.toDegrees(Math.atan2(place.x - camera.at().x, place.y - camera.at().y));
        double off = Math.abs(Math.IEEEremainder(bearing - camera.bearing(), 360));
        if (metres > camera.range() || (!camera.ptz() && off > camera.fieldOfView() / 2)) {
            return false;
        }
        LineString ray = METRES.createLineString(new Coordinate[] {camera.at(), place});
        return houses(ray.getEnvelopeInternal()).stream().noneMatch(ray::intersects);
    }

    private static Coordinate draw(TrueCamera camera, Random draws) {
        double metres = camera.range() * Math.sqrt(draws.nextDouble());
        double width = camera.ptz() ? 360 : camera.fieldOfView();
        double bearing = Math.toRadians(camera.bearing() + (draws.nextDouble() - 0.5) * width);
        return new Coordinate(camera.at().x + metres * Math.sin(bearing), camera.at().y + metres * Math.cos(bearing));
    }

    /** A place outdoors that the camera sees, each part of the ground it looks at as likely as the other. */
    Coordinate placeInSightOf(TrueCamera camera, Random draws) {
        for (int attempt = 0; attempt < 100_000; attempt++) {
            Coordinate place = draw(camera, draws);
            if (isOutdoors(place) && sees(camera, place)) {
                return place;
            }
        }
        throw new IllegalStateException("camera " + camera.id() + " sees no ground");
    }
}
