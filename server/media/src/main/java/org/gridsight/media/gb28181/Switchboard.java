package org.gridsight.media.gb28181;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the station share: the one thread in which they all work, the door, the devices, the counters. Only the
 * devices' views and the counters may be read by others.
 */
final class Switchboard implements AutoCloseable {

    private final SipSettings settings;
    private final Clock clock;
    private final Faults faults;
    private final DeviceTeller teller;
    private final Map<String, DeviceState> devices = new ConcurrentHashMap<>();
    private final SipThread thread;
    private volatile @Nullable SipDoor door;
    private int serial;

    Switchboard(SipSettings settings, Clock clock, DeviceEvents events) {
        this.settings = settings;
        this.clock = clock;
        faults = new Faults();
        teller = new DeviceTeller(events, faults);
        thread = new SipThread("gridsight-sip", faults);
    }

    void open(SipDoor opened) {
        door = opened;
    }

    SipSettings settings() {
        return settings;
    }

    SipTimes times() {
        return settings.times();
    }

    Clock clock() {
        return clock;
    }

    Faults faults() {
        return faults;
    }

    DeviceTeller teller() {
        return teller;
    }

    /** Only asked once it is open: everything that asks runs behind {@link #open}. */
    SipDoor door() {
        SipDoor opened = door;
        if (opened == null) {
            throw new IllegalStateException("the station has not been started");
        }
        return opened;
    }

    Map<String, DeviceState> devices() {
        return devices;
    }

    /** A number for the next question. */
    int nextSerial() {
        return ++serial;
    }

    /** Like {@link #run}, for what comes from outside. */
    void hear(Runnable task) {
        thread.hear(task);
    }

    /** Runs it in the station's thread. */
    void run(Runnable task) {
        thread.run(task);
    }

    void after(Duration delay, Runnable task) {
        thread.after(delay, task);
    }

    void every(Duration period, Runnable task) {
        thread.every(period, task);
    }

    /** Sends a MANSCDP text to a device; the answer comes in the station's thread, once. */
    void message(DeviceState device, String targetId, Manscdp text, Consumer<Answer> then) {
        Request request = door().writer().next(door().writer().talk(targetId, device.peer()), Request.MESSAGE);
        door().writer().setBody(request, text.bytes(), Manscdp.CONTENT_TYPE, Manscdp.CONTENT_SUBTYPE);
        send(request, then);
    }

    /** Sends a request other than INVITE; the final answer comes in the station's thread. */
    void send(Request request, Consumer<Answer> then) {
        door().send(request, answer -> {
            if (answer.isFinal()) {
                run(() -> then.accept(answer));
            }
        });
    }

    @Override
    public void close() {
        thread.close();
        SipDoor opened = door;
        if (opened != null) {
            opened.close();
        }
        teller.close();
    }
}
