package org.gridsight.app.cameras;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.DevicePoint;
import org.gridsight.media.gb28181.DevicePosition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes cameras of the channels that devices tell, at the position they tell; what a person has placed stays there. A channel
 * that a device no longer has is kept as a camera, because records hang on it.
 */
@Service
class Catalogue {

    static final String ACTOR = "system:sip";

    private static final int LONGEST_ID = 64;
    private static final int MOST_NAMED = 20;
    private static final int DIGEST_BYTES = 12;

    private final CameraRepository cameras;
    private final ChannelTable channels;
    private final Grids grids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Catalogue(
            CameraRepository cameras,
            ChannelTable channels,
            Grids grids,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cameras = cameras;
        this.channels = channels;
        this.grids = grids;
        this.events = events;
        this.clock = clock;
    }

    /** @param deviceOnline whether the device itself is signed in now */
    @Transactional
    public void take(String deviceId, List<Channel> told, boolean deviceOnline) {
        int fresh = 0;
        for (Channel channel : told) {
            if (channel.video() && channel.id().length() <= LONGEST_ID) {
                fresh += take(deviceId, channel, deviceOnline) ? 1 : 0;
            }
        }
        if (fresh > 0) {
            events.publishEvent(AuditEntry.of(
                    ACTOR, "camera.catalogue", "device/" + deviceId, "", Map.of("new", Integer.toString(fresh))));
        }
    }

    /** Channels that the device no longer has: their cameras stay, and say since when. */
    @Transactional
    public void leave(String deviceId, List<ChannelTable.Link> gone) {
        if (gone.isEmpty()) {
            return;
        }
        List<String> ids = gone.stream().map(ChannelTable.Link::cameraId).toList();
        cameras.findAll(ids, Scope.everything().like()).forEach(camera -> camera.leave(clock.instant()));
        // so that they do not come back with their device
        gone.forEach(link -> channels.put(link, false));
        String named = gone.stream()
                .limit(MOST_NAMED)
                .map(ChannelTable.Link::channelId)
                .collect(Collectors.joining(" "));
        Map<String, String> details = Map.of("gone", Integer.toString(gone.size()), "channels", named);
        events.publishEvent(AuditEntry.of(ACTOR, "camera.catalogue", "device/" + deviceId, "", details));
    }

    /** Where a moving device says it is now. Many tell it of themselves, not of the one channel they have. */
    @Transactional
    public void move(DevicePosition position) {
        channels.cameraOf(position.deviceId(), position.channelId())
                .or(() -> Optional.of(position.deviceId())
                        .filter(position.channelId()::equals)
                        .flatMap(channels::onlyCameraOf))
                .flatMap(id -> cameras.find(id, Scope.everything().like()))
                .ifPresent(camera -> {
                    place(camera, position.point());
                    cameras.saveAndFlush(camera);
                });
    }

    private boolean take(String deviceId, Channel channel, boolean deviceOnline) {
        String cameraId = channels.cameraOf(deviceId, channel.id()).orElseGet(() -> idFor(deviceId, channel.id()));
        Optional<Camera> known = cameras.find(cameraId, Scope.everything().like());
        Camera camera =
                known.orElseGet(() -> Camera.ofDevice(cameraId, grids.place().code()));
        camera.told(channel, deviceOnline && channel.online());
        channel.point().ifPresent(point -> place(camera, point));
        cameras.saveAndFlush(camera);
        channels.put(new ChannelTable.Link(cameraId, deviceId, channel.id()), channel.online());
        return known.isEmpty();
    }

    /** Its own id; when another device has a channel of this name, both names. */
    private String idFor(String deviceId, String channelId) {
        boolean odd = !channelId.matches("[A-Za-z0-9_-]+");
        boolean taken = channels.find(channelId)
                .filter(link -> !link.deviceId().equals(deviceId))
                .isPresent();
        if (!odd && !taken) {
            return channelId;
        }
        String both = deviceId + "_" + channelId;
        return odd || both.length() > LONGEST_ID ? digest(deviceId, channelId) : both;
    }

    /** For names that are no ids: two of them never become one camera. */
    private static String digest(String deviceId, String channelId) {
        try {
            String both = deviceId + "/" + channelId;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            String own = "_x" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
            return deviceId.substring(0, Math.min(deviceId.length(), LONGEST_ID - own.length())) + own;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private void place(Camera camera, DevicePoint point) {
        if (camera.isPlacedByHand()) {
            return;
        }
        List<Double> lngLat = List.of(point.longitude(), point.latitude());
        new GivenPlace.Request("Point", lngLat, camera.datum().name())
                .read("position", new Faults())
                .ifPresent(given -> {
                    Optional<String> grid = grids.map()
                            .check(given.degrees(), clock.instant())
                            .grid()
                            .map(GridAt::code);
                    // outside of all grids it still is the place's camera
                    camera.lieAt(given, grid.orElseGet(() -> grids.place().code()), Camera.LocatedBy.CATALOGUE);
                });
    }
}
