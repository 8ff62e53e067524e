package org.gridsight.app.cameras;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.SightRanking;
import org.gridsight.spatial.sight.SightRanking.Ranked;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.gridsight.spatial.sight.ViewCone;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The camera registry of the township. */
@Service
public class Cameras {

    private final CameraRepository cameras;
    private final StreamAddresses addresses;
    private final ChannelTable channels;
    private final TownBuildings buildings;
    private final ApplicationEventPublisher events;

    Cameras(
            CameraRepository cameras,
            StreamAddresses addresses,
            ChannelTable channels,
            TownBuildings buildings,
            ApplicationEventPublisher events) {
        this.cameras = cameras;
        this.addresses = addresses;
        this.channels = channels;
        this.buildings = buildings;
        this.events = events;
    }

    @Transactional
    public void register(Collection<NewCamera> wanted, String actor) {
        wanted.forEach(camera -> cameras.save(new Camera(camera)));
        events.publishEvent(AuditEntry.of(
                actor, "camera.register", "camera/*", "", Map.of("count", Integer.toString(wanted.size()))));
    }

    @Transactional(readOnly = true)
    FeatureCollection list(Scope scope) {
        return collection(cameras.findAll(scope.like()));
    }

    /** Those of some cameras that lie in the scope. */
    @Transactional(readOnly = true)
    FeatureCollection list(Collection<String> cameraIds, Scope scope) {
        return collection(cameras.findAll(cameraIds, scope.like()));
    }

    private static FeatureCollection collection(List<Camera> found) {
        return new FeatureCollection(found.stream()
                .map(camera ->
                        new MapFeature(camera.cameraId(), camera.location().map(Geometry.class::cast), camera.view()))
                .toList());
    }

    /** The ground a camera really sees: its cone without what lies behind buildings. */
    @Transactional(readOnly = true)
    MapFeature cone(String cameraId, Scope scope) {
        Camera camera = find(cameraId, scope);
        return new MapFeature(cameraId, camera.cone().map(cone -> polygon(seen(cone))), camera.view());
    }

    private List<LngLat> seen(ViewCone cone) {
        return buildings.now().map(standing -> cone.clippedBy(standing).ring()).orElseGet(cone::ring);
    }

    /** What somebody who looks after a camera needs to know of it. */
    @Transactional(readOnly = true)
    CameraDetails details(String cameraId, Scope scope) {
        Camera camera = find(cameraId, scope);
        boolean stream = !addresses.known(Set.of(cameraId)).isEmpty();
        return CameraDetails.from(camera, stream, channels.find(cameraId));
    }

    /** One camera; refused when there is none in the scope. */
    Camera find(String cameraId, Scope scope) {
        return cameras.find(cameraId, scope.like()).orElseThrow(() -> new Rejected(CameraReason.NOT_FOUND, cameraId));
    }

    /** Where a camera stands; refused when there is none in the scope. */
    @Transactional(readOnly = true)
    public CameraPose pose(String cameraId, Scope scope) {
        return CameraPose.from(find(cameraId, scope));
    }

    /** Where the cameras of a scope stand. */
    @Transactional(readOnly = true)
    public List<CameraPose> poses(Scope scope) {
        return cameras.findAll(scope.like()).stream().map(CameraPose::from).toList();
    }

    /** The cameras most likely to see a place, best first. */
    @Transactional(readOnly = true)
    List<CameraSight> seeing(LngLat place, Scope scope, int limit) {
        List<Camera> known = cameras.findAll(scope.like());
        Map<String, Camera> byId = known.stream().collect(Collectors.toMap(Camera::cameraId, Function.identity()));
        List<Viewpoint> viewpoints =
                known.stream().flatMap(camera -> viewpoint(camera).stream()).toList();
        List<Ranked> ranked = buildings
                .now()
                .map(standing -> new SightRanking(viewpoints, standing))
                .orElseGet(() -> new SightRanking(viewpoints))
                .seeing(place, limit);
        List<String> ids = ranked.stream().map(Ranked::id).toList();
        Set<String> playable = new HashSet<>(addresses.known(ids));
        playable.addAll(channels.known(ids));
        return ranked.stream()
                .map(sight -> CameraSight.from(
                        sight, Objects.requireNonNull(byId.get(sight.id())), playable.contains(sight.id())))
                .toList();
    }

    private static Optional<Viewpoint> viewpoint(Camera camera) {
        return camera.cone()
                .map(cone ->
                        new Viewpoint(camera.cameraId(), cone, camera.isOnline(), camera.kind() == CameraKind.PTZ));
    }

    private static Geometry polygon(List<LngLat> ring) {
        return new GeometryFactory()
                .createPolygon(ring.stream()
                        .map(place -> new Coordinate(place.lng(), place.lat()))
                        .toArray(Coordinate[]::new));
    }
}
