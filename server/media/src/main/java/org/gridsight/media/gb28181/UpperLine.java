package org.gridsight.media.gb28181;

import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** What the parts of a link to an upper platform share: its thread, its door, who is at the other end. */
final class UpperLine {

    private final UpperPlatform platform;
    private final UpperSettings settings;
    private final SipSettings own;
    private final Faults faults = new Faults();
    private final SipThread thread;
    private final OneTargetNetwork network = new OneTargetNetwork(faults);
    private final Charset charset;
    private volatile @Nullable SipDoor door;
    // below: the link's thread only
    private Peer peer = new Peer("", 0, false);
    private boolean registered;
    private int serial;

    UpperLine(UpperPlatform platform, UpperSettings settings) {
        this.platform = platform;
        this.settings = settings;
        own = settings.ownAt(platform);
        thread = new SipThread("gridsight-upper", faults);
        charset = platform.utf8() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    UpperPlatform platform() {
        return platform;
    }

    UpperSettings settings() {
        return settings;
    }

    SipSettings own() {
        return own;
    }

    UpperTimes times() {
        return settings.times();
    }

    Faults faults() {
        return faults;
    }

    SipThread thread() {
        return thread;
    }

    OneTargetNetwork network() {
        return network;
    }

    void open(SipDoor opened) {
        door = opened;
    }

    /** Only asked once it is open. */
    SipDoor door() {
        SipDoor opened = door;
        if (opened == null) {
            throw new IllegalStateException("the link has not been started");
        }
        return opened;
    }

    /** From now on this checked place is the upper platform. */
    void callAt(InetSocketAddress checked) {
        network.setTarget(checked);
        peer = new Peer(checked.getAddress().getHostAddress(), checked.getPort(), platform.tcp());
    }

    Peer peer() {
        return peer;
    }

    /** Whether a request may be believed: from the platform's host, while we are signed in there. */
    boolean believes(Incoming incoming) {
        return registered && incoming.peer().host().equals(peer.host());
    }

    void setRegistered(boolean now) {
        registered = now;
    }

    int nextSerial() {
        return ++serial;
    }

    byte[] bytes(Manscdp text) {
        return text.bytes(charset);
    }

    /** Sends a text; the answer, or none in time, comes once. */
    void message(Manscdp text, Consumer<Answer> then) {
        SipWriter writer = door().writer();
        Talk.Party upper = new Talk.Party(platform.id(), platform.domain(), "");
        Request request = writer.next(writer.talk(platform.user(), upper, peer), Request.MESSAGE);
        writer.setBody(request, bytes(text), Manscdp.CONTENT_TYPE, Manscdp.CONTENT_SUBTYPE);
        ask(request, then);
    }

    /** Sends a request; its final answer, or none in time, comes once in the link's thread. */
    void ask(Request request, Consumer<Answer> then) {
        AtomicBoolean told = new AtomicBoolean();
        door().writer().add(request, "X-GB-Ver", platform.edition());
        door().send(request, answer -> {
            if (answer.isFinal() && told.compareAndSet(false, true)) {
                thread.run(() -> then.accept(answer));
            }
        });
        thread.after(times().answer(), () -> {
            if (told.compareAndSet(false, true)) {
                then.accept(Answer.NONE);
            }
        });
    }

    void after(Duration delay, Runnable task) {
        thread.after(delay, task);
    }

    void close() {
        thread.close();
        SipDoor opened = door;
        if (opened != null) {
            opened.close();
        }
    }
}
