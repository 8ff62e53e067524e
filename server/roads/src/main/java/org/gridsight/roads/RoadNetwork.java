package org.gridsight.roads;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.util.PointList;
import com.graphhopper.util.exceptions.ConnectionNotFoundException;
import com.graphhopper.util.exceptions.MaximumNodesExceededException;
import com.graphhopper.util.exceptions.PointNotFoundException;
import com.graphhopper.util.shapes.BBox;
import com.graphhopper.util.shapes.GHPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.roads.UnusableRoads.Fault;
import org.gridsight.spatial.LngLat;

/**
 * A network of roads, asked for the quickest trip between two places. Safe for many threads.
 *
 * <p>Made once from its source and kept in a folder, from which it opens in a fraction of the time; whoever owns the
 * folder gives each source a folder of its own. Routes are found by contraction hierarchies (Geisberger et al. 2008) of
 * the library GraphHopper.
 */
public final class RoadNetwork implements AutoCloseable {

    /** Nobody walks farther than this to reach a road, metres; beyond it there is no way. */
    public static final double FARTHEST_WALK_METRES = 2000;

    /** Across the open, metres a second: slower than on a road. */
    private static final double WALK_METRES_PER_SECOND = 1.0;

    /** Across the open nobody walks in a straight line. */
    private static final double WALK_DETOUR = 1.3;

    private final GraphHopper hopper;

    private RoadNetwork(GraphHopper hopper) {
        this.hopper = hopper;
    }

    /**
     * @param extract an {@code .osm.pbf} or {@code .osm} file in WGS 84
     * @param folder where the prepared network is kept; made when absent
     * @throws UnusableRoads when the file is missing, is not of OpenStreetMap or holds no road
     */
    public static RoadNetwork ofExtract(Path extract, Path folder) {
        if (!Files.isReadable(extract)) {
            throw new UnusableRoads(Fault.NO_FILE, extract.getFileName().toString());
        }
        return open(extract, folder, Profiles.LEAST_NETWORK_OF_AN_EXTRACT);
    }

    /** @throws UnusableRoads when the layer holds no road */
    public static RoadNetwork ofLayer(List<Road> roads, Path folder) throws IOException {
        if (roads.isEmpty()) {
            throw new UnusableRoads(Fault.NO_ROAD, "the layer is empty");
        }
        Path document = Files.createTempFile("roads", ".osm");
        try {
            new RoadLayer(roads).writeTo(document);
            return open(document, folder, 0);
        } finally {
            Files.delete(document);
        }
    }

    private static RoadNetwork open(Path document, Path folder, int leastNetwork) {
        GraphHopper hopper = Profiles.configured()
                .setOSMFile(document.toString())
                .setGraphHopperLocation(folder.toString())
                .setMinNetworkSize(leastNetwork);
        try {
            hopper.importOrLoad();
        } catch (RuntimeException e) {
            hopper.close();
            throw new UnusableRoads(Fault.NOT_OSM, document.getFileName().toString(), e);
        }
        if (hopper.getBaseGraph().getEdges() == 0) {
            hopper.close();
            throw new UnusableRoads(Fault.NO_ROAD, document.getFileName().toString());
        }
        return new RoadNetwork(hopper);
    }

    /** The quickest way, or nothing when no road joins the two places. */
    public Optional<Trip> trip(LngLat from, LngLat to, TravelMode mode) {
        return quicker(byRoad(from, to, mode), across(from, to));
    }

    private Optional<Trip> byRoad(LngLat from, LngLat to, TravelMode mode) {
        GHResponse response = hopper.route(new GHRequest(insideBounds(from), insideBounds(to))
                .setProfile(Profiles.nameOf(mode))
                .putHint("instructions", false)
                .putHint("calc_points", false)
                .setLocale(Locale.ROOT));
        if (response.hasErrors()) {
            response.getErrors().forEach(RoadNetwork::rethrowUnlessNoWay);
            return Optional.empty();
        }
        return withWalks(response.getBest(), from, to);
    }

    /** The library refuses places outside the box of its roads, even a step outside; the walk from there is counted. */
    private GHPoint insideBounds(LngLat place) {
        BBox bounds = hopper.getBaseGraph().getBounds();
        return new GHPoint(
                Math.max(bounds.minLat, Math.min(bounds.maxLat, place.lat())),
                Math.max(bounds.minLon, Math.min(bounds.maxLon, place.lng())));
    }

    private static void rethrowUnlessNoWay(Throwable error) {
        boolean noWay = error instanceof ConnectionNotFoundException
                || error instanceof PointNotFoundException
                || error instanceof MaximumNodesExceededException;
        if (!noWay) {
            throw new IllegalStateException("routing failed", error);
        }
    }

    private static Optional<Trip> withWalks(ResponsePath path, LngLat from, LngLat to) {
        PointList onRoad = path.getWaypoints();
        double before = from.metresTo(place(onRoad, 0));
        double after = to.metresTo(place(onRoad, onRoad.size() - 1));
        if (before > FARTHEST_WALK_METRES || after > FARTHEST_WALK_METRES) {
            return Optional.empty();
        }
        double walked = (before + after) * WALK_DETOUR;
        return Optional.of(new Trip(
                path.getTime() / 1000.0 + walked / WALK_METRES_PER_SECOND, path.getDistance() + walked, walked));
    }

    private static LngLat place(PointList points, int index) {
        return new LngLat(points.getLon(index), points.getLat(index));
    }

    private static Optional<Trip> across(LngLat from, LngLat to) {
        double walked = from.metresTo(to) * WALK_DETOUR;
        return walked <= FARTHEST_WALK_METRES
                ? Optional.of(new Trip(walked / WALK_METRES_PER_SECOND, walked, walked))
                : Optional.empty();
    }

    private static Optional<Trip> quicker(Optional<Trip> one, Optional<Trip> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().seconds() <= other.get().seconds() ? one : other;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
