package org.gridsight.app.cameras;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings;
import org.gridsight.spatial.sight.GroundPlane;
import org.gridsight.spatial.sight.SightCoverage;
import org.gridsight.spatial.sight.ViewCone;
import org.gridsight.spatial.sight.VisibleArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ground of the place the cameras see together, and where nobody looks: for planning patrols. */
@Service
class Coverage {

    /** Smaller gaps are no news for a patrol. */
    private static final double LEAST_SQUARE_METRES = 10_000;

    private static final int MOST_BLIND_SPOTS = 200;
    /** Joining the views of thousands of cameras takes seconds, and most ask again before anything has changed. */
    private static final int KEPT = 8;

    private final CameraRepository cameras;
    private final Grids grids;
    private final TownBuildings buildings;
    private final Cache<Asked, FeatureCollection> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Coverage(CameraRepository cameras, Grids grids, TownBuildings buildings) {
        this.cameras = cameras;
        this.grids = grids;
        this.buildings = buildings;
    }

    /**
     * A part of the place.
     *
     * @param kind seen, blind, or offline: the part of what is seen that no camera shows now
     * @param areaShare of the whole place, 0..1
     */
    record Part(String id, String kind, long squareMetres, double areaShare) {}

    /**
     * What of all this is asked for.
     *
     * @param onlineOnly leaves out cameras that give no picture now
     * @param blind with the blind spots, largest first
     */
    record Wish(boolean onlineOnly, boolean blind) {}

    private record Eye(ViewCone cone, boolean online) {}

    /** All that the answer depends on. */
    private record Asked(Wish wish, Geometry outline, Optional<Buildings> buildings, List<Eye> eyes) {

        GroundPlane plane() {
            return buildings.map(Buildings::plane).orElseGet(() -> {
                Coordinate middle = outline.getEnvelopeInternal().centre();
                return GroundPlane.around(new LngLat(middle.x, middle.y));
            });
        }
    }

    @Transactional(readOnly = true)
    public FeatureCollection of(Scope scope, Wish wish) {
        Optional<Geometry> outline = grids.place().outline();
        List<Eye> eyes = cameras.findAll(scope.like()).stream()
                .filter(camera -> !wish.onlineOnly() || camera.isOnline())
                .flatMap(camera -> camera.cone().stream().map(cone -> new Eye(cone, camera.isOnline())))
                .toList();
        return outline.map(shape -> kept.get(new Asked(wish, shape, buildings.now(), eyes), Coverage::make))
                .orElseGet(() -> new FeatureCollection(List.of()));
    }

    private static FeatureCollection make(Asked asked) {
        GroundPlane plane = asked.plane();
        Geometry area = plane.toMetres(asked.outline());
        SightCoverage coverage = SightCoverage.of(area, views(asked, plane, eye -> true));
        Geometry seen = coverage.seen();
        List<MapFeature> features = new ArrayList<>();
        features.add(feature("seen", "seen", seen, area, plane));
        List<Polygon> blind = asked.wish().blind() ? coverage.blindSpots(LEAST_SQUARE_METRES) : List.of();
        for (int i = 0; i < Math.min(blind.size(), MOST_BLIND_SPOTS); i++) {
            features.add(feature("blind-" + (i + 1), "blind", blind.get(i), area, plane));
        }
        if (asked.eyes().stream().anyMatch(eye -> !eye.online())) {
            Geometry live =
                    SightCoverage.of(area, views(asked, plane, Eye::online)).seen();
            Geometry dark = OverlayNGRobust.overlay(seen, live, OverlayNG.DIFFERENCE);
            features.add(feature("offline", "offline", dark, area, plane));
        }
        return new FeatureCollection(List.copyOf(features));
    }

    private static List<VisibleArea> views(Asked asked, GroundPlane plane, Predicate<Eye> wanted) {
        Buildings standing = asked.buildings().orElseGet(() -> Buildings.none(plane));
        return asked.eyes().stream()
                .filter(wanted)
                .map(eye -> eye.cone().clippedBy(standing))
                .toList();
    }

    private static MapFeature feature(String id, String kind, Geometry metres, Geometry area, GroundPlane plane) {
        double share = Math.round(metres.getArea() / area.getArea() * 1e4) / 1e4;
        Part part = new Part(id, kind, Math.round(metres.getArea()), share);
        return new MapFeature(id, Optional.of(plane.toDegrees(metres)), part);
    }
}
