package org.gridsight.app.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings;
import org.gridsight.spatial.sight.GroundPlane;
import org.gridsight.spatial.sight.SightCoverage;
import org.gridsight.spatial.sight.VisibleArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ground of the place the cameras see together, and where nobody looks: for planning patrols. */
@Service
class Coverage {

    /** Smaller gaps are no news for a patrol. */
    private static final double LEAST_SQUARE_METRES = 10_000;

    private static final int MOST_BLIND_SPOTS = 200;

    private final CameraRepository cameras;
    private final Grids grids;

    Coverage(CameraRepository cameras, Grids grids) {
        this.cameras = cameras;
        this.grids = grids;
    }

    /**
     * A part of the place.
     *
     * @param kind seen or blind
     * @param areaShare of the whole place, 0..1
     */
    record Part(String id, String kind, long squareMetres, double areaShare) {}

    /** @param onlineOnly leaves out cameras that give no picture now */
    @Transactional(readOnly = true)
    public FeatureCollection of(Scope scope, boolean onlineOnly) {
        return grids.place()
                .outline()
                .map(outline -> of(outline, scope, onlineOnly))
                .orElseGet(() -> new FeatureCollection(List.of()));
    }

    private FeatureCollection of(Geometry outline, Scope scope, boolean onlineOnly) {
        Coordinate middle = outline.getEnvelopeInternal().centre();
        GroundPlane plane = GroundPlane.around(new LngLat(middle.x, middle.y));
        Buildings open = Buildings.none(plane);
        List<VisibleArea> views = cameras.findAll(scope.like()).stream()
                .filter(camera -> !onlineOnly || camera.isOnline())
                .flatMap(camera -> camera.cone().stream())
                .map(cone -> cone.clippedBy(open))
                .toList();
        Geometry area = plane.toMetres(outline);
        SightCoverage coverage = SightCoverage.of(area, views);
        List<MapFeature> features = new ArrayList<>();
        features.add(feature("seen", "seen", coverage.seen(), area, plane));
        List<Polygon> blind = coverage.blindSpots(LEAST_SQUARE_METRES);
        for (int i = 0; i < Math.min(blind.size(), MOST_BLIND_SPOTS); i++) {
            features.add(feature("blind-" + (i + 1), "blind", blind.get(i), area, plane));
        }
        return new FeatureCollection(features);
    }

    private static MapFeature feature(String id, String kind, Geometry metres, Geometry area, GroundPlane plane) {
        double share = Math.round(metres.getArea() / area.getArea() * 1e4) / 1e4;
        Part part = new Part(id, kind, Math.round(metres.getArea()), share);
        return new MapFeature(id, Optional.of(plane.toDegrees(metres)), part);
    }
}
