package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import org.gridsight.media.ForwardedEvents;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.LiteralAddress;
import org.gridsight.media.ps.PictureSenders;
import org.gridsight.media.ps.PsReceiver;
import org.jspecify.annotations.Nullable;

/**
 * One stream of one channel: INVITE, the packets, BYE. Its steps say how far it came; when it ends, the cause names what the
 * device failed to do. A recording can be paused, wound and played faster.
 */
public final class InviteSource implements Source, Playback {

    private static final int MAX_EARLY = 16;
    private static final Duration KEY_AGAIN = Duration.ofSeconds(2);
    /** A stream that begins in the middle of its group has shown so by then; its next key picture may be seconds away. */
    private static final Duration KEY_SOON = Duration.ofMillis(200);

    private static final Duration KEY_LATE = Duration.ofMillis(2_500);

    private final Switchboard board;
    private final Calls calls;
    private final StreamRequest wanted;
    private final EventLoop loop;
    private final PictureSenders senders = new PictureSenders();
    private final AtomicReference<@Nullable OrderedEvents> listener = new AtomicReference<>();
    // all below belong to the station's thread
    private @Nullable DeviceState device;
    private @Nullable PsReceiver receiver;
    private @Nullable Talk talk;
    private @Nullable ClientTransaction invite;
    private long inviteSequence;
    private boolean provisional;
    private boolean answered;
    private boolean over;
    private long keyAskedNanos;
    private int controls;
    private final List<Runnable> early = new ArrayList<>();

    InviteSource(Switchboard board, Calls calls, StreamRequest wanted, EventLoop loop) {
        this.board = board;
        this.calls = calls;
        this.wanted = wanted;
        this.loop = loop;
    }

    @Override
    public void open(SourceEvents events) {
        OrderedEvents ordered = new OrderedEvents(events);
        if (!listener.compareAndSet(null, ordered)) {
            throw new IllegalStateException("a source is opened once");
        }
        board.run(() -> begin(ordered));
    }

    @Override
    public void close() {
        OrderedEvents told = listener.get();
        if (told != null) {
            told.silence();
        }
        board.run(this::hangUp);
    }

    private void begin(OrderedEvents told) {
        DeviceState known = board.devices().get(wanted.deviceId());
        if (over) {
            return;
        }
        if (known == null || !known.isOnline()) {
            end(told, "gb-not-registered", "the device is not signed in");
            return;
        }
        device = known;
        told.reached(StreamStep.REGISTERED);
        LiteralAddress.of(known.peer().host()).ifPresent(senders::allow);
        try {
            PsReceiver opened = openReceiver(told);
            receiver = opened;
            invite(known, opened, told);
        } catch (IOException e) {
            end(told, "gb-no-media-port", "no port of the media range could be opened");
        }
    }

    private PsReceiver openReceiver(OrderedEvents told) throws IOException {
        PsReceiver.Wishes wishes = new PsReceiver.Wishes(
                board.times().silence(),
                () -> board.run(this::askKeyframe),
                () -> board.run(() -> packetCame(told)),
                senders);
        SourceEvents inner = new ReceiverEvents(told);
        String host = board.settings().bindAddress();
        return switch (wanted.transport()) {
            case TCP_PASSIVE ->
                calls.ports().open(port -> PsReceiver.listen(loop, new InetSocketAddress(host, port), wishes, inner));
            case UDP ->
                calls.ports()
                        .open(port -> PsReceiver.datagrams(loop, new InetSocketAddress(host, port), wishes, inner));
            case TCP_ACTIVE -> PsReceiver.connecting(loop, wishes, inner);
        };
    }

    private void invite(DeviceState known, PsReceiver opened, OrderedEvents told) {
        SipWriter writer = board.door().writer();
        Talk own = writer.talk(wanted.channelId(), known.peer());
        String ssrc = calls.nextSsrc(wanted.recorded().isPresent());
        senders.allowSource(ssrc);
        Request request = writer.next(own, Request.INVITE);
        // an active offer carries the discard port (RFC 4145)
        int port = wanted.transport() == MediaTransport.TCP_ACTIVE ? 9 : opened.port();
        writer.setBody(request, Sdp.offer(board.settings(), wanted, port, ssrc), "APPLICATION", "SDP");
        writer.add(
                request,
                "Subject",
                wanted.channelId() + ':' + ssrc + ',' + board.settings().id() + ":0");
        inviteSequence = own.sequence();
        talk = own;
        calls.opened(own.callId(), this);
        told.reached(StreamStep.INVITED);
        invite = board.door().send(request, answer -> board.run(() -> answered(answer)));
        board.after(board.times().answer(), () -> {
            if (!answered) {
                end(told, "gb-no-answer", "the device did not answer the INVITE");
            }
        });
    }

    /** The answer, or one of its repetitions. */
    void answered(Answer answer) {
        OrderedEvents told = listener.get();
        Talk own = talk;
        if (told == null || own == null) {
            return;
        }
        if (!answer.isFinal()) {
            provisional = true;
            takeBack();
        } else if (answer.isGood()) {
            boolean repeated = answered;
            answered = true;
            own.answered(answer);
            board.door().sendOnly(board.door().writer().ack(own, inviteSequence));
            if (over) {
                bye(own);
            } else if (!repeated) {
                agreed(told, answer);
            }
        } else if (!over) {
            answered = true;
            if (answer.response() == null) {
                end(told, "gb-no-answer", "the INVITE could not be delivered or was not answered");
            } else {
                end(told, "gb-invite-refused-" + answer.status(), "the device refused the INVITE");
            }
        }
    }

    private void agreed(OrderedEvents told, Answer answer) {
        told.reached(StreamStep.ANSWERED);
        Sdp.Told said = Sdp.read(answer.body());
        said.host().flatMap(LiteralAddress::of).ifPresent(senders::allow);
        senders.allowSource(said.source());
        if (wanted.transport() == MediaTransport.TCP_ACTIVE && !connect(said)) {
            end(told, "gb-no-media-address", "the answer named no address that may be called");
            return;
        }
        early.forEach(Runnable::run);
        early.clear();
        board.after(board.times().packet(), () -> {
            if (!told.hasReached(StreamStep.FIRST_PACKET)) {
                end(told, "gb-no-packet", "the device agreed, but no media packet came");
            }
        });
    }

    /** Calls the device for its pictures, where that is allowed. */
    private boolean connect(Sdp.Told told) {
        PsReceiver opened = receiver;
        DeviceState known = device;
        if (opened == null || known == null) {
            return false;
        }
        Optional<InetSocketAddress> target =
                MediaAddress.of(told, known.peer(), board.settings().mayConnect(), board.faults());
        target.ifPresent(opened::connect);
        return target.isPresent();
    }

    private void packetCame(OrderedEvents told) {
        if (over) {
            return;
        }
        for (Duration wait : List.of(KEY_SOON, KEY_LATE)) {
            board.after(wait, () -> {
                if (!told.hasReached(StreamStep.FIRST_KEYFRAME)) {
                    askKeyframe();
                }
            });
        }
        board.after(board.times().keyframe(), () -> {
            PsReceiver opened = receiver;
            if (!over && opened != null && !told.hasReached(StreamStep.FIRST_KEYFRAME)) {
                MediaFault why = opened.whyNoPicture();
                end(told, why.code(), why.detail());
            }
        });
    }

    private void askKeyframe() {
        long now = System.nanoTime();
        DeviceState known = device;
        boolean live = wanted.recorded().isEmpty();
        if (!over && live && known != null && (keyAskedNanos == 0 || now - keyAskedNanos > KEY_AGAIN.toNanos())) {
            keyAskedNanos = now;
            calls.commands().keyframe(known, wanted.channelId());
        }
    }

    boolean isFrom(Peer peer) {
        return device != null && device.isAt(peer);
    }

    boolean isRecordingOf(String deviceId, String channelId) {
        return !over
                && wanted.recorded().isPresent()
                && wanted.deviceId().equals(deviceId)
                && (wanted.channelId().equals(channelId) || deviceId.equals(channelId));
    }

    /** The device said BYE. */
    void hungUp() {
        answered = false;
        invite = null;
        endNow("gb-device-hung-up", "the device ended the stream");
    }

    void recordingEnded() {
        endNow("gb-recording-end", "the recording has been sent to its end");
    }

    void stationCloses() {
        endNow("gb-station-closed", "the station is closing");
    }

    private void endNow(String code, String detail) {
        OrderedEvents told = listener.get();
        if (told != null) {
            end(told, code, detail);
        }
    }

    private void end(OrderedEvents told, String code, String detail) {
        if (!over) {
            hangUp();
            told.ended(new MediaFault(code, detail));
        }
    }

    /** Gives everything back; an INVITE that is still on its way is taken back, then or when it is answered. */
    private void hangUp() {
        if (over) {
            return;
        }
        over = true;
        PsReceiver opened = receiver;
        if (opened != null) {
            opened.close(() -> calls.ports().giveBack(opened.port()));
        }
        Talk own = talk;
        if (own == null) {
            return;
        }
        if (answered) {
            bye(own);
        } else {
            takeBack();
        }
        calls.over(own.callId());
    }

    /** An INVITE may be cancelled only once something has come back (RFC 3261 section 9.1). */
    private void takeBack() {
        ClientTransaction sent = invite;
        if (over && !answered && provisional && sent != null) {
            invite = null;
            board.door().cancel(sent);
        }
    }

    private void bye(Talk own) {
        if (own.remoteTag().isEmpty()) {
            // refused, or never answered: there is nothing to end
            return;
        }
        DeviceState known = device;
        if (known != null) {
            own.moveTo(known.peer());
        }
        board.send(board.door().writer().next(own, Request.BYE), answer -> {});
    }

    @Override
    public void pause() {
        control("PAUSE", "PauseTime: now\r\n");
    }

    @Override
    public void resume() {
        control("PLAY", "Range: npt=now-\r\n");
    }

    @Override
    public void setSpeed(double speed) {
        if (!(speed >= 0.25 && speed <= 16)) {
            throw new IllegalArgumentException("speed must be 0.25 to 16, was " + speed);
        }
        control("PLAY", "Scale: " + speed + "\r\n");
    }

    @Override
    public void seek(Duration position) {
        control("PLAY", "Range: npt=" + Math.max(0, position.toSeconds()) + "-\r\n");
    }

    /** MANSRTSP (GB/T 28181 annex B) inside INFO. */
    private void control(String method, String header) {
        if (wanted.recorded().isEmpty()) {
            throw new IllegalStateException("only a recording can be controlled");
        }
        board.run(() -> {
            if (answered) {
                sendControl(method, header);
            } else if (!over && early.size() < MAX_EARLY) {
                // pictures may come before the answer does, and so may wishes
                early.add(() -> sendControl(method, header));
            }
        });
    }

    private void sendControl(String method, String header) {
        Talk own = talk;
        if (over || own == null) {
            return;
        }
        SipWriter writer = board.door().writer();
        Request info = writer.next(own, Request.INFO);
        String text = method + " RTSP/1.0\r\nCSeq: " + ++controls + "\r\n" + header + "\r\n";
        writer.setBody(info, text.getBytes(StandardCharsets.US_ASCII), "Application", "MANSRTSP");
        board.send(info, answer -> {
            if (!answer.isGood()) {
                board.faults().count("gb-playback-control-refused");
            }
        });
    }

    /** What the receiver tells goes on as it is, but its end takes the call with it. */
    private final class ReceiverEvents extends ForwardedEvents {

        private final OrderedEvents told;

        ReceiverEvents(OrderedEvents told) {
            super(told);
            this.told = told;
        }

        @Override
        public void ended(MediaFault cause) {
            board.run(() -> end(told, cause.code(), cause.detail()));
        }
    }
}
