package org.gridsight.app.cameras;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.tomcat.websocket.Constants;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.Lease;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.hub.ViewerSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's pictures of one camera over one WebSocket: the name of the format, its init segment, the fragments, and in
 * between, for whoever asks, why none come. One frame is on its way at a time; pictures wait in the viewer's own bounded
 * queue, of reasons only the newest.
 */
final class VideoLine implements ViewerSink {

    private static final Logger log = LoggerFactory.getLogger(VideoLine.class);
    private static final Long CLOSING_MILLIS = 1_000L;

    /** Asked before anything is seen or heard, and told when the far end has gone; never waits. */
    interface Owner {

        /** {@link #allow} once it is on record; asked again when sound comes to pictures that are. */
        void firstPicture(VideoLine line, boolean sound);

        void lost(VideoLine line);
    }

    /** What is seen on it, for the register. */
    record Watched(String what, Map<String, String> details) {
        static final Watched LIVE = new Watched("live", Map.of());
    }

    private final UUID id = UUID.randomUUID();
    private final StreamTicket ticket;
    private final Watched watched;
    private final WebSocketSession session;
    private final RemoteEndpoint.Async remote;
    private final JsonMapper json;
    private final Owner owner;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable Diagnosis> trouble = new AtomicReference<>();
    private final AtomicReference<@Nullable String> note = new AtomicReference<>();
    private volatile @Nullable PictureFeed feed;
    private volatile List<Lease> listening = List.of();
    private volatile boolean sending;
    private volatile long sendingSinceNanos;
    // by whoever holds the turn
    private byte @Nullable [] next;
    private boolean heard;
    private boolean held;
    private Extent asked = Extent.NOTHING;
    private volatile Extent allowed = Extent.NOTHING;
    private String lastTold = "";

    /** How much of it is on record. */
    private enum Extent {
        NOTHING,
        PICTURES,
        SOUND_TOO
    }

    VideoLine(WebSocketSession session, StreamTicket ticket, Watched watched, JsonMapper json, Owner owner) {
        this.session = session;
        this.ticket = ticket;
        this.watched = watched;
        this.json = json;
        this.owner = owner;
        Session container = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (container == null) {
            throw new IllegalStateException("the web server has no Jakarta WebSocket session");
        }
        // the closing frame is the only one that waits
        container.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, CLOSING_MILLIS);
        this.remote = container.getAsyncRemote();
        // the sweep watches for stalls
        remote.setSendTimeout(-1);
    }

    UUID id() {
        return id;
    }

    StreamTicket ticket() {
        return ticket;
    }

    Watched watched() {
        return watched;
    }

    void open(LiveStreams streams, VideoSocket.Wishes wishes) {
        if (wishes.reasons()) {
            // before the source is started for us: an old failure is no news then
            listening = streams.troubles(ticket, wishes.sub(), this::tell);
        }
        show(PictureFeed.of(streams.open(ticket, wishes.sub(), this)));
    }

    /** Everything it sends comes from there. */
    void show(PictureFeed from) {
        feed = from;
        if (closed.get()) {
            letGo();
        }
    }

    private void tell(Diagnosis why) {
        trouble.set(why);
        advance();
    }

    @Override
    public void ready(Viewer which) {
        if (feed == null) {
            feed = PictureFeed.of(which);
        }
        advance();
    }

    /** It is on record: what has been held back may go. */
    void allow(boolean sound) {
        allowed = sound ? Extent.SOUND_TOO : Extent.PICTURES;
        advance();
    }

    /** There may be something to send. */
    void wake() {
        advance();
    }

    /** Sends a text beside the pictures; only the newest of those that wait. */
    void say(String text) {
        note.set(text);
        advance();
    }

    /** Whoever comes first does the sending; the others only leave word. No recursion, however fast the line is. */
    private void advance() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            while (!sending && !closed.get() && sendNext()) {
                // as long as the line takes them at once
            }
            seen = calls.addAndGet(-seen);
        }
    }

    private boolean sendNext() {
        byte[] rest = next;
        PictureFeed source = feed;
        if (rest != null) {
            next = null;
            send(() -> remote.sendBinary(ByteBuffer.wrap(rest), result -> sent(result.isOK())));
            return true;
        }
        Diagnosis why = trouble.getAndSet(null);
        if (why != null) {
            tellOnce(json.writeValueAsString(AdviceWords.frame(why)));
            return true;
        }
        String said = note.getAndSet(null);
        if (said != null) {
            send(() -> remote.sendText(said, result -> sent(result.isOK())));
            return true;
        }
        held = false;
        StreamPart part = source == null ? null : source.poll(this::mayGo);
        if (part == null) {
            askIfHeld();
            return false;
        }
        if (part instanceof InitSegment init) {
            next = init.bytes();
            heard |= init.hasSound();
            String format = json.writeValueAsString(Map.of("mime", init.mime()));
            send(() -> remote.sendText(format, result -> sent(result.isOK())));
        } else {
            lastTold = "";
            send(() -> remote.sendBinary(ByteBuffer.wrap(part.bytes()), result -> sent(result.isOK())));
        }
        return true;
    }

    /** What is not on record yet stays where it is; the format shows nothing. */
    private boolean mayGo(StreamPart part) {
        held = !(part instanceof InitSegment) && allowed.compareTo(extent()) < 0;
        return !held;
    }

    private Extent extent() {
        return heard ? Extent.SOUND_TOO : Extent.PICTURES;
    }

    private void askIfHeld() {
        // one question at a time
        if (held && asked == allowed) {
            asked = extent();
            owner.firstPicture(this, heard);
        }
    }

    private void tellOnce(String told) {
        if (!told.equals(lastTold)) {
            lastTold = told;
            send(() -> remote.sendText(told, result -> sent(result.isOK())));
        }
    }

    private void send(Runnable frame) {
        sendingSinceNanos = System.nanoTime();
        sending = true;
        try {
            frame.run();
        } catch (IllegalStateException | IllegalArgumentException gone) {
            log.debug("the socket has closed before a frame", gone);
            sent(false);
        }
    }

    private void sent(boolean ok) {
        sending = false;
        if (ok) {
            advance();
        } else {
            owner.lost(this);
        }
    }

    /** How long the frame on its way has been waiting for the far end. */
    long stalledNanos(long now) {
        return sending ? Math.max(0, now - sendingSinceNanos) : 0;
    }

    /** Leaves the camera; true for the first call. */
    boolean leave() {
        boolean first = closed.compareAndSet(false, true);
        letGo();
        return first;
    }

    private void letGo() {
        listening.forEach(Lease::close);
        PictureFeed leaving = feed;
        if (leaving != null) {
            leaving.close();
        }
    }

    /** May wait a moment for the closing frame. */
    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            log.debug("the socket has gone before its end", gone);
        }
    }
}
