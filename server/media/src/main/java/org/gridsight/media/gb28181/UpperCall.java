package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.gridsight.media.hub.PictureFeed;
import org.jspecify.annotations.Nullable;

/** One stream that an upper platform has asked for, from its INVITE to a BYE of either side. Belongs to the link's thread. */
final class UpperCall implements PictureSender.Owner {

    private static final Duration FIRST_REPEAT = Duration.ofMillis(500);
    private static final Duration LONGEST_REPEAT = Duration.ofSeconds(4);
    private static final int ANSWERS = 11;

    private final UpperLine line;
    private final Incoming invite;
    private final String channelId;
    private final SharedStream stream;
    private final Consumer<UpperCall> gone;
    private final Talk talk;
    private @Nullable PictureSender sender;
    private byte[] answer = new byte[0];
    private @Nullable PictureFeed feed;
    private Runnable release = () -> {};
    private boolean recorded;
    private boolean confirmed;
    private boolean shown;
    private boolean over;

    UpperCall(UpperLine line, Incoming invite, String channelId, SharedStream stream, Consumer<UpperCall> gone) {
        this.line = line;
        this.invite = invite;
        this.channelId = channelId;
        this.stream = stream;
        this.gone = gone;
        talk = line.door().writer().answering(invite, channelId);
    }

    String callId() {
        return invite.callId();
    }

    String channelId() {
        return channelId;
    }

    /** Agrees and waits to be confirmed; throws when no port of ours is free. */
    void agree(SdpOffer offer, InetSocketAddress receiver, MediaPorts ports) throws IOException {
        PictureSender.Route route =
                new PictureSender.Route(offer, receiver, line.own().bindAddress());
        PictureSender opened = new PictureSender(line.settings().loops().get(), ports, route, this);
        sender = opened;
        answer = offer.answer(line.own(), channelId, opened.port());
        recorded = offer.isPlayback();
        release = () -> ports.giveBack(opened.port());
        repeatAnswer(FIRST_REPEAT, ANSWERS);
    }

    /** The answer again: it may have been lost, and so may its confirmation. */
    private void repeatAnswer(Duration pause, int left) {
        if (over || confirmed) {
            return;
        }
        if (left == 0) {
            end("up-not-confirmed", true);
            return;
        }
        answerTo(invite);
        Duration next = pause.multipliedBy(2);
        line.after(pause, () -> repeatAnswer(next.compareTo(LONGEST_REPEAT) < 0 ? next : LONGEST_REPEAT, left - 1));
    }

    /** The same answer to the same INVITE. */
    void answerTo(Incoming asked) {
        SipWriter writer = line.door().writer();
        line.door().reply(asked, Response.OK, response -> {
            try {
                writer.setTag(response, talk.local().tag());
                response.addHeader(writer.contact());
            } catch (ParseException e) {
                throw new IllegalArgumentException("no answer to INVITE can be written", e);
            }
            writer.setBody(response, answer, "APPLICATION", "SDP");
        });
    }

    /** ACK has come. */
    void confirm() {
        PictureSender opened = sender;
        if (confirmed || over || opened == null) {
            return;
        }
        confirmed = true;
        opened.begin();
        line.after(line.times().picture(), () -> {
            if (!shown) {
                end("up-no-picture", true);
            }
        });
        Duration left = Duration.between(line.settings().clock().instant(), stream.until());
        line.after(left.isNegative() ? Duration.ZERO : left, () -> end("up-until", true));
    }

    /** INFO: an order to a recording; live pictures take none and need none. */
    int control(byte[] order) {
        if (!recorded) {
            return Response.OK;
        }
        boolean done = !over
                && stream.playback()
                        .filter(playback -> MansRtsp.carryOut(order, playback))
                        .isPresent();
        return done ? Response.OK : Response.BAD_REQUEST;
    }

    @Override
    public void connected() {
        line.thread().run(() -> {
            PictureSender opened = sender;
            if (!over && feed == null && opened != null) {
                watch(opened);
            }
        });
    }

    private void watch(PictureSender opened) {
        try {
            feed = stream.watch(opened);
        } catch (RuntimeException refused) {
            // the right has ended meanwhile
            end("up-not-allowed", true);
        }
    }

    @Override
    public void firstPicture() {
        line.thread().run(() -> {
            PictureSender opened = sender;
            if (over || opened == null) {
                return;
            }
            shown = true;
            if (stream.began()) {
                opened.allow();
            } else {
                end("up-no-record", true);
            }
        });
    }

    /** The platform is told that the file has been sent to its end (GB/T 28181 9.8), and may hang up itself. */
    @Override
    public void finished(String cause) {
        line.thread().run(() -> {
            if (!over) {
                Manscdp end = Manscdp.notice("MediaStatus", line.nextSerial(), channelId)
                        .with("NotifyType", 121);
                line.message(end, said -> end(cause, true));
            }
        });
    }

    @Override
    public void ended(String cause) {
        line.thread().run(() -> end(cause, true));
    }

    /** @param tell whether the other side does not know yet */
    void end(String cause, boolean tell) {
        if (over) {
            return;
        }
        over = true;
        PictureFeed watching = feed;
        if (watching != null) {
            watching.close();
        }
        PictureSender opened = sender;
        if (opened != null) {
            opened.close(release);
        }
        if (tell) {
            line.door().send(line.door().writer().next(talk, Request.BYE), said -> {});
        }
        stream.ended(cause);
        gone.accept(this);
    }
}
