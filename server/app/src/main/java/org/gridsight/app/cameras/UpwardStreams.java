package org.gridsight.app.cameras;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.cameras.cascade.UpwardPictures;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.hub.ViewerSink;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives pictures to upper platforms as it gives them to people: with a ticket, on record. A platform has no role, so it never
 * sees behind masks.
 */
@Component
class UpwardStreams implements UpwardPictures {

    private static final Logger log = LoggerFactory.getLogger(UpwardStreams.class);
    /** The longest a camera turns for one order; the stop comes by itself. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private final CameraRepository cameras;
    private final LiveStreams streams;
    private final Watchings watchings;
    private final UpwardWays ways;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UpwardStreams(
            CameraRepository cameras,
            LiveStreams streams,
            Watchings watchings,
            UpwardWays ways,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cameras = cameras;
        this.streams = streams;
        this.watchings = watchings;
        this.ways = ways;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public SharedStream open(String cameraId, Receiver receiver, Duration longest) throws NotShared {
        Camera camera = find(cameraId);
        if (camera.isMasked() || camera.placeType().isForbidden()) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        String account = account(receiver);
        CurrentUser platform = new CurrentUser(account, receiver.name(), Set.of(), Scope.everything(), null, null);
        Standing standing = new Standing(platform, account, true);
        Instant until = clock.instant().plus(longest);
        StreamTicket ticket = new StreamTicket(UUID.randomUUID(), camera, standing, standing, until);
        record(ViewRecorded.shared(ticket, receiver.agreement()));
        return new Given(ticket);
    }

    private static String account(Receiver receiver) {
        return "platform:" + receiver.platformId();
    }

    private Camera find(String cameraId) throws NotShared {
        return cameras.find(cameraId, Scope.everything().like())
                .orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
    }

    /** Nothing is given that could not be put on record. */
    private void record(Object line) throws NotShared {
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(line));
        } catch (RuntimeException failure) {
            log.error("an upper platform is given nothing: the register cannot be written", failure);
            throw new NotShared(NotShared.Reason.UNAVAILABLE);
        }
    }

    @Override
    public void turn(String cameraId, Receiver receiver, PtzMove move) throws NotShared {
        Camera camera = find(cameraId);
        if (camera.isMasked() || !ways.turns(cameraId)) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        Map<String, String> details = Map.of(
                "pan", Double.toString(move.pan()),
                "tilt", Double.toString(move.tilt()),
                "zoom", Double.toString(move.zoom()),
                "reason", receiver.agreement());
        record(AuditEntry.of(account(receiver), "camera.turn", "camera/" + cameraId, camera.gridCode(), details));
        if (!ways.turn(cameraId, move, LONGEST_TURN)) {
            throw new NotShared(NotShared.Reason.UNAVAILABLE);
        }
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
    private final class Given implements SharedStream {

        private final StreamTicket ticket;
        private final UUID watching = UUID.randomUUID();
        private boolean onRecord;

        Given(StreamTicket ticket) {
            this.ticket = ticket;
        }

        @Override
        public Viewer watch(ViewerSink sink) {
            return streams.open(ticket, false, sink);
        }

        @Override
        public boolean began() {
            onRecord = watchings.began(ticket, watching, "live", Map.of());
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
}
