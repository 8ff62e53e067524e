package org.gridsight.app.cameras;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * One video channel on the map; one that no device has placed yet has no location. Its version is that of what people write:
 * where a device says it is and whether it answers change as often as they like under an open form.
 */
@Entity
@DynamicUpdate
@Table(schema = "cameras", name = "camera")
class Camera {

    static final double USUAL_RANGE_METRES = 100;
    static final double USUAL_FIELD_OF_VIEW = 90;
    /** Nobody said where it looks: it may look anywhere. */
    static final double ALL_AROUND = 360;

    private static final int LONGEST_NAME = 200;
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4490);

    @Id
    private String cameraId = "";

    @Version
    private long version;

    private String displayName = "";

    @OptimisticLock(excluded = true)
    private String gridCode = "";

    @Nullable
    @OptimisticLock(excluded = true)
    private Point location;

    private double heading;
    private double fieldOfView = ALL_AROUND;
    private double rangeMetres = USUAL_RANGE_METRES;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    private CameraStatus status = CameraStatus.NEVER_CONNECTED;

    private String source = "";
    private boolean masked;

    @Enumerated(EnumType.STRING)
    private CameraKind kind = CameraKind.FIXED;

    @Enumerated(EnumType.STRING)
    private PlaceType placeType = PlaceType.PUBLIC_PLACE;

    @Enumerated(EnumType.STRING)
    private MediaTransport transport = MediaTransport.TCP_PASSIVE;

    @Enumerated(EnumType.STRING)
    private Datum datum = Datum.WGS84;

    @Nullable
    @Column(name = "source_x")
    @OptimisticLock(excluded = true)
    private Double sourceX;

    @Nullable
    @Column(name = "source_y")
    @OptimisticLock(excluded = true)
    private Double sourceY;

    @OptimisticLock(excluded = true)
    private String sourceCrs = "";

    @Enumerated(EnumType.STRING)
    private LocatedBy locatedBy = LocatedBy.GIVEN;

    private String masks = MaskZones.NONE.json();

    /** Raises the version with what is not in this row, and with places that people give. */
    private long addressChanges;

    /** Since when its device no longer lists it; it stays, because records hang on it. */
    @Nullable
    private Instant unlistedAt;

    /** Written beside this by whoever hears of the camera. */
    @Nullable
    @Column(insertable = false, updatable = false)
    private Instant lastSeenAt;

    /** Who placed the camera; what a person has placed no catalogue moves. */
    enum LocatedBy {
        GIVEN,
        CATALOGUE
    }

    protected Camera() {}

    Camera(NewCamera wanted) {
        this(wanted.cameraId(), wanted.source());
        ViewCone cone = wanted.cone();
        displayName = wanted.name();
        gridCode = wanted.gridCode();
        location = DEGREES.createPoint(
                new Coordinate(cone.camera().lng(), cone.camera().lat()));
        heading = cone.headingDegrees();
        fieldOfView = cone.fieldOfViewDegrees();
        rangeMetres = cone.rangeMetres();
        status = wanted.status();
    }

    Camera(String cameraId, String source) {
        this.cameraId = cameraId;
        this.source = source;
    }

    /** Applies what was given and tells what is different now, without addresses: field to old and new value. */
    Map<String, String> change(CameraChange change, Optional<String> grid) {
        Map<String, String> before = values();
        change.traits().name().ifPresent(value -> displayName = value);
        change.traits().kind().ifPresent(value -> kind = value);
        change.traits().placeType().ifPresent(value -> placeType = value);
        change.traits().masks().ifPresent(zones -> {
            masks = zones.json();
            masked = !zones.isEmpty();
        });
        change.traits().masked().ifPresent(value -> masked = value);
        change.traits().datum().ifPresent(value -> datum = value);
        change.view().place().ifPresent(given -> lieAt(given, grid.orElseThrow(), LocatedBy.GIVEN));
        if (change.view().heading().isPresent() && change.view().fieldOfView().isEmpty() && fieldOfView == ALL_AROUND) {
            fieldOfView = USUAL_FIELD_OF_VIEW;
        }
        change.view().heading().ifPresent(value -> heading = (value % ALL_AROUND + ALL_AROUND) % ALL_AROUND);
        change.view().fieldOfView().ifPresent(value -> fieldOfView = value);
        change.view().rangeMetres().ifPresent(value -> rangeMetres = value);
        change.access().transport().ifPresent(value -> transport = MediaTransport.valueOf(value));
        if (change.view().place().isPresent()) {
            addressChanges++;
        }
        return changed(before);
    }

    /** A version of its own for what is not in this row; who has an address is fetched by it, unless a device tells of it. */
    void addressChanged() {
        source = "rtsp";
        addressChanges++;
    }

    private Map<String, String> changed(Map<String, String> before) {
        Map<String, String> changes = new LinkedHashMap<>();
        values().forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                changes.put(field, old + " -> " + value);
            }
        });
        return changes;
    }

    /** A channel that a device has told; the whole place's while it has no position. */
    static Camera ofDevice(String cameraId, String placeCode) {
        Camera camera = new Camera(cameraId, "gb28181");
        camera.gridCode = placeCode;
        camera.locatedBy = LocatedBy.CATALOGUE;
        return camera;
    }

    /** Takes over what the catalogue says; what a person has said of it stays. */
    void told(Channel channel, boolean online) {
        status = online ? CameraStatus.ONLINE : CameraStatus.OFFLINE;
        unlistedAt = null;
        if (isPlacedByHand()) {
            return;
        }
        // a device that only says that a channel is back says no name
        String name = channel.name().isBlank() ? displayName : channel.name();
        displayName = name.isBlank() ? cameraId : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        if (channel.ptzType() != 0) {
            kind = CatalogueWords.turns(channel.ptzType()) ? CameraKind.PTZ : CameraKind.FIXED;
        }
        CatalogueWords.headingOf(channel.direction()).ifPresent(degrees -> {
            heading = degrees;
            fieldOfView = USUAL_FIELD_OF_VIEW;
        });
    }

    /** Its device says, or shows by its whole list, that it no longer has it. */
    void leave(Instant now) {
        status = CameraStatus.OFFLINE;
        unlistedAt = now;
    }

    boolean isPlacedByHand() {
        return locatedBy == LocatedBy.GIVEN;
    }

    void lieAt(GivenPlace given, String grid, LocatedBy by) {
        location = DEGREES.createPoint(given.degrees());
        sourceX = given.source().x;
        sourceY = given.source().y;
        sourceCrs = given.crs();
        gridCode = grid;
        locatedBy = by;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", displayName);
        values.put("kind", kind.name());
        values.put("placeType", placeType.name());
        values.put("masked", String.valueOf(masked));
        values.put("masks", masks);
        values.put("datum", datum.name());
        values.put("gridCode", gridCode);
        values.put("heading", String.valueOf(heading));
        values.put("fieldOfView", String.valueOf(fieldOfView));
        values.put("rangeMetres", String.valueOf(rangeMetres));
        values.put("transport", transport.name());
        return values;
    }

    /** The ground it looks at; empty while nobody knows where it stands. */
    Optional<ViewCone> cone() {
        return location()
                .map(place -> new ViewCone(new LngLat(place.getX(), place.getY()), heading, fieldOfView, rangeMetres));
    }

    boolean isOnline() {
        return status == CameraStatus.ONLINE;
    }

    Datum datum() {
        return datum;
    }

    boolean isMasked() {
        return masked;
    }

    MaskZones masks() {
        return MaskZones.parse(masks);
    }

    MediaTransport transport() {
        return transport;
    }

    CameraKind kind() {
        return kind;
    }

    PlaceType placeType() {
        return placeType;
    }

    String cameraId() {
        return cameraId;
    }

    String displayName() {
        return displayName;
    }

    String gridCode() {
        return gridCode;
    }

    String source() {
        return source;
    }

    long version() {
        return version;
    }

    Optional<Point> location() {
        return Optional.ofNullable(location);
    }

    CameraView view() {
        return new CameraView(
                cameraId,
                displayName,
                gridCode,
                status,
                kind,
                placeType,
                heading,
                fieldOfView,
                rangeMetres,
                source,
                transport.name(),
                datum,
                masked,
                Optional.ofNullable(lastSeenAt),
                Optional.ofNullable(unlistedAt),
                version);
    }
}
