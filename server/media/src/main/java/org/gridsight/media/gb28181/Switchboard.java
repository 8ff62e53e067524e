package org.gridsight.media.gb28181;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the station share: the one thread in which they all work, the door, the devices, the counters. Only the
 * devices' views and the counters may be read by others.
 */
final class Switchboard implements AutoCloseable {

    /** Messages that may wait for the station's thread; a storm beyond that is dropped and the devices send again. */
    private static final int MAX_WAITING = 20_000;

    private final SipSettings settings;
    private final Clock clock;
    private final Faults faults;
    private final DeviceTeller teller;
    private final Map<String, DeviceState> devices = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicInteger heard = new AtomicInteger();
    private volatile @Nullable SipDoor door;
    private int serial;

    Switchboard(SipSettings settings, Clock clock, DeviceEvents events) {
        this.settings = settings;
        this.clock = clock;
        faults = new Faults();
        teller = new DeviceTeller(events, faults);
        thread = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "gridsight-sip"));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Thread daemon(Runnable task, String name) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        return made;
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

    /** Like {@link #run}, for what comes from outside: dropped when too much of it waits. Our own work and timers do not count. */
    void hear(Runnable task) {
        if (heard.incrementAndGet() > MAX_WAITING) {
            heard.decrementAndGet();
            faults.count("sip-overload");
            return;
        }
        run(() -> {
            heard.decrementAndGet();
            task.run();
        });
    }

    /** Runs it in the station's thread. A task that throws is a bug of ours: counted, the others go on. */
    void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException closing) {
            faults.count("sip-after-close");
        }
    }

    void after(Duration delay, Runnable task) {
        try {
            thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            faults.count("sip-after-close");
        }
    }

    void every(Duration period, Runnable task) {
        thread.scheduleWithFixedDelay(guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                faults.count("sip-bug");
            }
        };
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
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        SipDoor opened = door;
        if (opened != null) {
            opened.close();
        }
        teller.close();
    }
}
