package org.gridsight.app.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.Standing;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.gb28181.StreamRequest;
import org.gridsight.media.hub.Lease;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.hub.StreamTap;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door of this room for those who keep pictures: live and recorded ones, each for a ticket, each on record. */
@Service
public class Footage {

    private final Tickets tickets;
    private final CameraRepository cameras;
    private final ChannelTable channels;
    private final GbStation station;
    private final MediaEngine engine;
    private final Watchings watchings;

    Footage(
            Tickets tickets,
            CameraRepository cameras,
            ChannelTable channels,
            GbStation station,
            MediaEngine engine,
            Watchings watchings) {
        this.tickets = tickets;
        this.cameras = cameras;
        this.channels = channels;
        this.station = station;
        this.engine = engine;
        this.watchings = watchings;
    }

    /**
     * A camera as the keeper of its pictures knows it.
     *
     * @param masks JSON of the polygons drawn for it
     * @param ownRecordings whether it is a channel of a device that may keep recordings itself
     */
    public record Filmed(
            String cameraId,
            String name,
            String gridCode,
            boolean masked,
            String masks,
            boolean ownRecordings,
            Optional<LngLat> place) {}

    /** The right behind a ticket; refused as everywhere. */
    public StreamTicket check(String cameraId, @Nullable String ticket, Standing holder) {
        return tickets.check(cameraId, ticket, holder);
    }

    /** Refused like {@link #check} when no ticket is given at all, before anything else is looked up. */
    public void require(@Nullable String ticket) {
        if (ticket == null || ticket.isBlank()) {
            throw new Rejected(CameraReason.TICKET_REQUIRED);
        }
    }

    /** The answer to a ticket that is for something else. */
    public Rejected refusal() {
        return new Rejected(CameraReason.TICKET_REFUSED);
    }

    /** Empty when the camera is unknown by now. */
    public Optional<Filmed> find(String cameraId) {
        return cameras.find(cameraId, Scope.everything().like())
                .map(camera -> new Filmed(
                        cameraId,
                        camera.displayName(),
                        camera.gridCode(),
                        camera.isMasked(),
                        camera.masks().json(),
                        channels.find(cameraId).isPresent(),
                        camera.location().map(point -> new LngLat(point.getX(), point.getY()))));
    }

    /** Whether the holder may see everything of the camera as it is now; what it was when the ticket was checked is over. */
    boolean seesRawNow(StreamTicket ticket) {
        return ticket.mayUnmask()
                || find(ticket.camera().cameraId())
                        .filter(camera -> !camera.masked())
                        .isPresent();
    }

    /** Whether a ticket was given to look into this incident. */
    public boolean isFor(StreamTicket ticket, UUID incident) {
        return tickets.isFor(ticket, incident);
    }

    /** Polygons out of {@link Filmed#masks()}. */
    public static List<Mask> masks(String json) {
        return MaskZones.parse(json).masks();
    }

    /** The polygons of two texts as one. */
    public static String both(String json, String other) {
        if (json.equals(other)) {
            return json;
        }
        List<double[]> all = new ArrayList<>(MaskZones.parse(json).polygons());
        all.addAll(MaskZones.parse(other).polygons());
        return new MaskZones(all).json();
    }

    /** Reads along from the cached pictures on, and keeps the camera running meanwhile. */
    public AutoCloseable follow(StreamTicket ticket, StreamTap tap) {
        StreamHub hub = engine.hubs().of(ticket.camera().cameraId());
        Lease hold = hub.hold();
        Lease reading = hub.tap(tap);
        return () -> {
            reading.close();
            hold.close();
        };
    }

    /** The recording of the device; not opened yet. Ends at once when the camera is no channel of a device. */
    public Source recorded(StreamTicket ticket, StreamRequest.Span span) {
        return recorded(ticket.camera(), span);
    }

    Source recorded(Camera camera, StreamRequest.Span span) {
        return channels.find(camera.cameraId())
                .map(link -> station.recording(link, camera.transport(), span, engine.nextLoop()))
                .orElseGet(() -> new EndedSource(
                        new MediaFault("no-recordings", "the camera is no channel of a GB/T 28181 device")));
    }

    /** @param what such as {@code clip} and its id; false when it could not be put on record: then nothing may be shown */
    public boolean began(StreamTicket ticket, UUID watching, String what, Map<String, String> more) {
        return watchings.began(ticket, watching, what, more);
    }

    public void ended(StreamTicket ticket, UUID watching, String cause) {
        watchings.ended(ticket, watching, cause);
    }
}
