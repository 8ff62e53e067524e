package org.gridsight.app.cameras;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.media.analysis.DecoderFailed;
import org.gridsight.media.analysis.StillRequest;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.KeyPicture;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.spatial.LngLat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product's own looks at cameras, for maintenance: one key picture each, turned into figures inside this process. A line
 * of the view register stands for each day of it.
 */
@Service
public class Inspections {

    static final String ACTOR = "system:cameras";

    /** About 160 x 90 pixels, the size {@code PictureHealth} judges. */
    private static final int PLANE_WIDTH = 160;
    /** The decoder makes a still in any case; nobody sees this one. */
    private static final int STILL_WIDTH = 16;

    private static final Duration GRANTED_FOR = Duration.ofDays(1);
    private static final String REASON = "自动巡检：只在内存中测量关键帧，不展示、不保存画面";

    private final MediaEngine engine;
    private final SeenStatus seen;
    private final GbStation station;
    private final DeviceClocks clocks;
    private final Grids grids;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Long> lastPicture = new ConcurrentHashMap<>();

    Inspections(
            MediaEngine engine,
            SeenStatus seen,
            GbStation station,
            DeviceClocks clocks,
            Grids grids,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.seen = seen;
        this.station = station;
        this.clocks = clocks;
        this.grids = grids;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A camera that can be asked for a picture.
     *
     * @param deviceId of GB/T 28181, empty for one with an address of its own
     * @param turns whether it looks elsewhere at will
     */
    public record Inspectable(
            String cameraId,
            String name,
            String gridCode,
            Optional<LngLat> place,
            String deviceId,
            boolean online,
            boolean turns) {}

    /** All cameras that somebody has told how to reach. */
    public List<Inspectable> cameras() {
        return jdbc.sql("select c.camera_id, c.display_name, c.grid_code, st_x(c.location) as lng,"
                        + " st_y(c.location) as lat, k.device_id, c.status, c.kind from cameras.camera c"
                        + " left join cameras.channel k on k.camera_id = c.camera_id"
                        + " left join cameras.stream_address a on a.camera_id = c.camera_id"
                        + " where k.camera_id is not null or a.camera_id is not null order by c.camera_id")
                .query((row, number) -> inspectable(row))
                .list();
    }

    private static Inspectable inspectable(ResultSet row) throws SQLException {
        double lng = row.getDouble("lng");
        Optional<LngLat> place = row.wasNull() ? Optional.empty() : Optional.of(new LngLat(lng, row.getDouble("lat")));
        return new Inspectable(
                row.getString("camera_id"),
                row.getString("display_name"),
                row.getString("grid_code"),
                place,
                Optional.ofNullable(row.getString("device_id")).orElse(""),
                row.getString("status").equals(CameraStatus.ONLINE.name()),
                row.getString("kind").equals(CameraKind.PTZ.name()));
    }

    /** The right to look for a day; it is on record when this returns. */
    public InspectionGrant grant(int cameras, Duration every) {
        InspectionGrant grant =
                new InspectionGrant(UUID.randomUUID(), clock.instant().plus(GRANTED_FOR));
        Map<String, String> details = new TreeMap<>();
        details.put("camera", "*");
        details.put("cameraName", "全部 " + cameras + " 路 / all " + cameras);
        details.put("person", "系统自动巡检");
        details.put("unit", grids.place().name());
        details.put("purpose", ViewPurpose.MAINTENANCE.name());
        details.put("reason", REASON);
        details.put("every", every.toString());
        details.put("until", clock.instant().plus(GRANTED_FOR).toString());
        transaction.executeWithoutResult(status -> events.publishEvent(AuditEntry.of(
                ACTOR, "view.grant", "view/" + grant.id(), grids.place().code(), details)));
        return grant;
    }

    /** Whether a grant still holds; with another one nothing is looked at. */
    public boolean isGood(InspectionGrant grant) {
        return grant.isGood(clock.instant());
    }

    /** One look; never fails, and never tries again by itself. Also keeps the status of the camera true. */
    public CompletableFuture<Look> look(InspectionGrant grant, String cameraId, Duration patience) {
        if (!isGood(grant)) {
            return CompletableFuture.completedFuture(new Look(Look.Outcome.UNKNOWN, "grant-expired"));
        }
        StreamHub hub = engine.hubs().of(cameraId);
        long after = lastPicture.getOrDefault(cameraId, System.nanoTime() - Long.MAX_VALUE / 2);
        return hub.glance(patience, after)
                .thenCompose(picture -> {
                    seen.note(hub);
                    picture.ifPresent(shown -> lastPicture.put(cameraId, shown.arrivedNanos()));
                    return picture.map(this::measure).orElseGet(() -> CompletableFuture.completedFuture(without(hub)));
                })
                .exceptionally(failure -> new Look(Look.Outcome.UNKNOWN, "look-failed"));
    }

    private CompletableFuture<Look> measure(KeyPicture picture) {
        StillRequest request =
                new StillRequest(picture.format(), picture.sample(), STILL_WIDTH, PLANE_WIDTH, List.of());
        return engine.decoder()
                .make(request)
                .thenApply(still -> Look.of(still.plane()))
                .exceptionally(failure -> {
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    String code = cause instanceof DecoderFailed failed
                            ? failed.fault().code()
                            : "decoder";
                    return new Look(Look.Outcome.UNKNOWN, code);
                });
    }

    private static Look without(StreamHub hub) {
        Diagnosis session = hub.diagnosis();
        String cause =
                Optional.ofNullable(session.cause()).map(fault -> fault.code()).orElse("silence");
        boolean ours = cause.equals("address-refused") || cause.equals("camera-gone") || cause.equals("source-failed");
        if (ours) {
            return new Look(Look.Outcome.UNKNOWN, cause);
        }
        return new Look(SeenStatus.answered(session) ? Look.Outcome.NO_PICTURE : Look.Outcome.NO_ANSWER, cause);
    }

    /** Asks a device of GB/T 28181 for its clock; {@link #drift} knows the answer later. */
    public void askClock(String deviceId) {
        station.askStatus(deviceId);
    }

    /** How far the clock of a device ran ahead of ours when it last told, and when that was. */
    public record Drift(double seconds, Instant at) {}

    /** Empty while it has told nothing that can be read. */
    public Optional<Drift> drift(String deviceId, ZoneId zone) {
        return clocks.find(deviceId)
                .flatMap(told -> instant(told.deviceTime(), zone)
                        .map(its -> new Drift(Duration.between(told.at(), its).toMillis() / 1000.0, told.at())));
    }

    /** The same of a camera without a device, as its stream told it. */
    public Optional<Drift> driftOfStream(String cameraId) {
        return engine.hubs().of(cameraId).deviceClock().map(told -> new Drift(told.driftSeconds(), told.at()));
    }

    // the standard says local time without a zone; some devices add one
    private static Optional<Instant> instant(String text, ZoneId zone) {
        String time = text.strip().replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(time).atZone(zone).toInstant());
            } catch (DateTimeParseException garbled) {
                return Optional.empty();
            }
        }
    }
}
