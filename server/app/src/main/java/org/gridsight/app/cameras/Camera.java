package org.gridsight.app.cameras;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.gridsight.spatial.sight.ViewCone;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** One video channel on the map. */
@Entity
@Table(schema = "cameras", name = "camera")
class Camera {

    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

    @Id
    private String cameraId = "";

    @Version
    private long version;

    private String displayName = "";
    private String gridCode = "";
    private Point location = DEGREES.createPoint();
    private double heading;
    private double fieldOfView;
    private double rangeMetres;

    @Enumerated(EnumType.STRING)
    private CameraStatus status = CameraStatus.NEVER_CONNECTED;

    private String source = "";
    private boolean masked;

    protected Camera() {}

    Camera(NewCamera wanted) {
        ViewCone cone = wanted.cone();
        cameraId = wanted.cameraId();
        displayName = wanted.name();
        gridCode = wanted.gridCode();
        location = DEGREES.createPoint(
                new Coordinate(cone.camera().lng(), cone.camera().lat()));
        heading = cone.headingDegrees();
        fieldOfView = cone.fieldOfViewDegrees();
        rangeMetres = cone.rangeMetres();
        status = wanted.status();
        source = wanted.source();
    }

    ViewCone cone() {
        return new ViewCone(new LngLat(location.getX(), location.getY()), heading, fieldOfView, rangeMetres);
    }

    Viewpoint viewpoint() {
        return new Viewpoint(cameraId, cone(), status == CameraStatus.ONLINE);
    }

    String cameraId() {
        return cameraId;
    }

    String displayName() {
        return displayName;
    }

    Point location() {
        return location;
    }

    CameraView view() {
        return new CameraView(
                cameraId, displayName, gridCode, status, heading, fieldOfView, rangeMetres, source, masked, version);
    }
}
