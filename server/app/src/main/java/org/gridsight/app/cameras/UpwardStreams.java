package org.gridsight.app.cameras;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.cameras.cascade.UpwardPictures;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.Source;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.Playback;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.StreamRequest;
import org.gridsight.media.hub.FeedTaker;
import org.gridsight.media.hub.PictureFeed;
import org.gridsight.media.hub.SourceFeed;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives pictures to upper platforms as it gives them to people: with a ticket, on record. A platform has no role, so it never
 * sees behind masks: of a masked camera it gets the pictures in which the masks are painted, and no recordings.
 */
@Component
class UpwardStreams implements UpwardPictures {

    /** May wait for a slow receiver of a recording. */
    private static final int FEED_BYTES = 8 << 20;

    private final CameraRepository cameras;
    private final LiveStreams streams;
    private final Watchings watchings;
    private final UpwardWays ways;
    private final UpwardRecord record;
    private final Clock clock;

    UpwardStreams(
            CameraRepository cameras,
            LiveStreams streams,
            Watchings watchings,
            UpwardWays ways,
            UpwardRecord record,
            Clock clock) {
        this.cameras = cameras;
        this.streams = streams;
        this.watchings = watchings;
        this.ways = ways;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public SharedStream open(String cameraId, Receiver receiver, Duration longest) throws NotShared {
        Camera camera = find(cameraId);
        if (camera.isMasked() && camera.masks().isEmpty()) {
            // nobody has said what must not be seen
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        return new Live(ticket(camera, receiver, longest));
    }

    @Override
    public SharedStream recording(String cameraId, Receiver receiver, StreamRequest.Span span, Duration longest)
            throws NotShared {
        Camera camera = find(cameraId);
        if (camera.isMasked()) {
            // the device has recorded what the masks hide
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        if (!ways.records(cameraId)) {
            throw new NotShared(NotShared.Reason.UNAVAILABLE);
        }
        return new Recorded(ticket(camera, receiver, longest), span);
    }

    private Camera find(String cameraId) throws NotShared {
        Camera camera = cameras.find(cameraId, Scope.everything().like())
                .orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
        if (camera.placeType().isForbidden()) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        return camera;
    }

    /** On record when this returns. */
    private StreamTicket ticket(Camera camera, Receiver receiver, Duration longest) throws NotShared {
        String account = UpwardRecord.account(receiver);
        CurrentUser platform = new CurrentUser(account, receiver.name(), Set.of(), Scope.everything(), null, null);
        Standing standing = new Standing(platform, account, true);
        Instant until = clock.instant().plus(longest);
        StreamTicket ticket = new StreamTicket(UUID.randomUUID(), camera, standing, standing, until);
        record.write(ViewRecorded.shared(ticket, receiver.agreement()));
        return ticket;
    }

    @Override
    public SipSettings own(int port) {
        return ways.own(port);
    }

    @Override
    public EventLoop loop() {
        return ways.loop();
    }

    @Override
    public InetSocketAddress check(String host, int port) throws RefusedAddress {
        return ways.check(host, port);
    }

    /** One stream on its way up. */
    private abstract class Given implements SharedStream {

        final StreamTicket ticket;
        private final UUID watching = UUID.randomUUID();
        private boolean onRecord;

        Given(StreamTicket ticket) {
            this.ticket = ticket;
        }

        abstract boolean began(UUID watching);

        @Override
        public boolean began() {
            onRecord = began(watching);
            return onRecord;
        }

        @Override
        public void ended(String cause) {
            if (onRecord) {
                watchings.ended(ticket, watching, cause);
            }
        }

        @Override
        public Instant until() {
            return ticket.expiresAt();
        }
    }

    /** What the camera shows now. */
    private final class Live extends Given {

        Live(StreamTicket ticket) {
            super(ticket);
        }

        @Override
        boolean began(UUID watching) {
            return watchings.began(ticket, watching, "live", Map.of());
        }

        @Override
        public PictureFeed watch(FeedTaker taker) {
            return streams.open(ticket, false, taker::ready);
        }
    }

    /** What its device has recorded. */
    private final class Recorded extends Given {

        private final StreamRequest.Span span;
        private volatile @Nullable Source source;

        Recorded(StreamTicket ticket, StreamRequest.Span span) {
            super(ticket);
            this.span = span;
        }

        @Override
        boolean began(UUID watching) {
            Map<String, String> more =
                    Map.of("from", span.from().toString(), "to", span.to().toString());
            return watchings.began(ticket, watching, "recording", more);
        }

        @Override
        public PictureFeed watch(FeedTaker taker) {
            Source opened = ways.recorded(ticket.camera(), span);
            source = opened;
            return SourceFeed.open(opened, taker, FEED_BYTES);
        }

        @Override
        public Optional<Playback> playback() {
            return source instanceof Playback held ? Optional.of(held) : Optional.empty();
        }
    }
}
