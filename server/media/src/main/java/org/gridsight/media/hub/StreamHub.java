package org.gridsight.media.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.FragmentWriter;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.fmp4.SoundFragment;
import org.jspecify.annotations.Nullable;

/**
 * One camera's stream between its source and everybody who looks: each picture is encoded once and handed on by reference.
 * Its lock is held for moments only and never while somebody else's code runs, but for taps; the supervisor's lock may be
 * held when it is taken, never the other way round.
 */
public final class StreamHub {

    private static final int MOST_FAULT_CODES = 64;
    private static final List<Viewer> NOBODY = List.of();

    private final String cameraId;
    private final HubContext context;
    private final SourceSupervisor supervisor;

    private final Object lock = new Object();
    private final FragmentWriter writer = new FragmentWriter();
    private final GroupCache cache;
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<StreamTap> taps = new CopyOnWriteArrayList<>();
    private final List<Consumer<Diagnosis>> troubled = new CopyOnWriteArrayList<>();
    private final Map<String, Long> faults = new HashMap<>();
    private @Nullable VideoFormat format;
    private @Nullable InitSegment init;
    private @Nullable SoundFormat sound;
    private volatile @Nullable DeviceClock deviceClock;
    private boolean keyAwaited = true;
    private long starts;
    private long pictures;
    private long bytes;

    StreamHub(String cameraId, HubContext context, RandomGenerator random) {
        this.cameraId = cameraId;
        this.context = context;
        this.cache = new GroupCache(
                context.settings().cacheBytes(), context.settings().cachePictures());
        this.supervisor = new SourceSupervisor(this, context, random);
    }

    public String cameraId() {
        return cameraId;
    }

    /** Joins: what is in the cache waits at once, the rest as it comes; the source is started for the first one. */
    public Viewer watch(ViewerSink sink) {
        ViewerQueue queue = new ViewerQueue(context.settings().viewerBytes());
        Viewer viewer = new Viewer(this, sink, queue);
        boolean wake = false;
        synchronized (lock) {
            if (init != null) {
                wake = queue.format(writer.withSound(init));
                wake |= queue.group(cache.parts());
            }
            viewers.add(viewer);
        }
        supervisor.viewers(1);
        if (wake) {
            viewer.wake();
        }
        return viewer;
    }

    /** Reads along without keeping the source running, from the cache on; close what is answered to stop. */
    public Lease tap(StreamTap tap) {
        synchronized (lock) {
            if (init != null) {
                tap.format(init);
                cache.pictures().forEach(tap::picture);
            }
            taps.add(tap);
        }
        return new Lease(() -> {
            synchronized (lock) {
                taps.remove(tap);
            }
        });
    }

    /** Keeps the source running without a viewer, such as for a recording, until it is closed. */
    public Lease hold() {
        supervisor.hold(1);
        return new Lease(() -> supervisor.hold(-1));
    }

    /** Wants the camera as a viewer does, for somebody who looks at what is made of its pictures, until it is closed. */
    public Lease attend() {
        supervisor.viewers(1);
        return new Lease(() -> supervisor.viewers(-1));
    }

    /** As {@link #hold()}, for a moment: what nobody else wants ends at once when it is closed. */
    Lease glanceLease() {
        supervisor.glance(1);
        return new Lease(() -> supervisor.glance(-1));
    }

    /**
     * Looks for one key picture that came after the given moment, and gives up as soon as a run of the source has failed: the
     * step log says why. Completed on the timer's threads.
     *
     * @param afterNanos {@link KeyPicture#arrivedNanos()} of the last one, so that none is given twice; a viewer's own
     *     pictures serve too
     */
    public CompletableFuture<Optional<KeyPicture>> glance(Duration patience, long afterNanos) {
        return new Glance(this, context.timer(), afterNanos).begin(patience);
    }

    /**
     * The cached key picture, or the next one: the source is started for it. Empty when none has come in time; completed on
     * the timer's threads.
     */
    public CompletableFuture<Optional<KeyPicture>> keyPicture(Duration patience) {
        return new KeyPictureWait(this, context.timer()).begin(patience);
    }

    /**
     * Tells each failure as it is noticed, and the one of now at once: a run that ended, or that does not go on in time. Told
     * on the threads of the timer or of who asks; the listener must be quick and may be told the same twice.
     */
    public Lease troubles(Consumer<Diagnosis> listener) {
        troubled.add(listener);
        supervisor.trouble().ifPresent(listener);
        return new Lease(() -> troubled.remove(listener));
    }

    void tell(Diagnosis trouble) {
        troubled.forEach(listener -> listener.accept(trouble));
    }

    /** The camera's address, password or masks have changed: a running source is started again, what waits of it dropped. */
    public void renew() {
        supervisor.renew();
    }

    /** The step log of the last run. */
    public Diagnosis diagnosis() {
        return supervisor.diagnosis();
    }

    /** Whether a source is running, with or without pictures. */
    public boolean running() {
        return supervisor.running();
    }

    /** What the last parameter sets were; empty before the first ones. */
    public Optional<InitSegment> init() {
        synchronized (lock) {
            return Optional.ofNullable(init);
        }
    }

    /** The parameter sets behind {@link #init()}, for a decoder. */
    public Optional<VideoFormat> format() {
        synchronized (lock) {
            return Optional.ofNullable(format);
        }
    }

    /** The sound beside the pictures as the camera told it last; empty while it has told none, or it is left unread. */
    public Optional<SoundFormat> sound() {
        synchronized (lock) {
            return Optional.ofNullable(sound);
        }
    }

    /** What the camera last told of its own clock, in this run or an earlier one; empty while it has told nothing. */
    public Optional<DeviceClock> deviceClock() {
        return Optional.ofNullable(deviceClock);
    }

    void deviceClock(DeviceClock told) {
        deviceClock = told;
    }

    public HubFigures figures() {
        synchronized (lock) {
            return new HubFigures(viewers.size(), starts, pictures, bytes, faults);
        }
    }

    void close() {
        List<Viewer> leaving;
        synchronized (lock) {
            leaving = List.copyOf(viewers);
            taps.clear();
        }
        leaving.forEach(Viewer::close);
        supervisor.close();
    }

    void leave(Viewer viewer) {
        boolean left;
        synchronized (lock) {
            left = viewers.remove(viewer);
        }
        if (left) {
            supervisor.viewers(-1);
        }
    }

    /** What was cached is no longer live; whatever comes next begins with a key picture. */
    void interrupted() {
        synchronized (lock) {
            cache.clear();
            writer.interrupted();
            keyAwaited = true;
        }
    }

    /** As {@link #interrupted()}, and what waits for the viewers must not be seen any more. */
    void forget() {
        synchronized (lock) {
            interrupted();
            viewers.forEach(viewer -> viewer.queue().forget());
        }
    }

    /** Answers false when the parameter sets cannot be read. */
    boolean format(SourceRun from, VideoFormat next) {
        List<Viewer> wake = new ArrayList<>();
        synchronized (lock) {
            if (from.isMute()) {
                return true;
            }
            if (next.equals(format)) {
                return init != null;
            }
            InitSegment written = writer.format(next).orElse(null);
            format = next;
            init = written;
            keyAwaited = true;
            cache.clear();
            if (written == null) {
                return false;
            }
            InitSegment heard = writer.withSound(written);
            for (Viewer viewer : viewers) {
                if (viewer.queue().format(heard)) {
                    wake.add(viewer);
                }
            }
            taps.forEach(tap -> tap.format(written));
        }
        wake.forEach(Viewer::wake);
        return true;
    }

    /** What is not played is only remembered; else viewers begin anew, with a track of sound. */
    void sound(SourceRun from, SoundFormat told) {
        List<Viewer> wake = new ArrayList<>();
        synchronized (lock) {
            if (from.isMute()) {
                return;
            }
            sound = told;
            if (!told.isPlayed() || !writer.sound(told) || init == null) {
                return;
            }
            InitSegment heard = writer.withSound(init);
            for (Viewer viewer : viewers) {
                if (viewer.queue().format(heard) | viewer.queue().group(cache.parts())) {
                    wake.add(viewer);
                }
            }
        }
        wake.forEach(Viewer::wake);
    }

    /** Frames of the sound told last. */
    void sound(SourceRun from, List<byte[]> frames, long arrivedNanos) {
        List<Viewer> wake = new ArrayList<>();
        synchronized (lock) {
            if (!keyAwaited && !from.isMute()) {
                writer.sound(frames, arrivedNanos).ifPresent(fragment -> hand(fragment, wake));
            }
        }
        wake.forEach(Viewer::wake);
    }

    private void hand(SoundFragment fragment, List<Viewer> wake) {
        cache.add(fragment);
        for (Viewer viewer : viewers) {
            if (viewer.queue().sound(fragment)) {
                wake.add(viewer);
            }
        }
    }

    /** Answers whether it became a fragment. */
    boolean picture(SourceRun from, AccessUnit unit) {
        List<Viewer> wake = NOBODY;
        synchronized (lock) {
            if (from.isMute() || init == null || keyAwaited && !unit.key()) {
                return false;
            }
            keyAwaited = false;
            Fragment fragment = writer.picture(unit);
            pictures++;
            bytes += fragment.bytes().length;
            cache.add(fragment);
            for (Viewer viewer : viewers) {
                if (viewer.queue().picture(fragment)) {
                    wake = wake == NOBODY ? new ArrayList<>() : wake;
                    wake.add(viewer);
                }
            }
            Optional<SoundFragment> silence = writer.silence();
            if (silence.isPresent()) {
                wake = wake == NOBODY ? new ArrayList<>() : wake;
                hand(silence.get(), wake);
            }
            for (StreamTap tap : taps) {
                tap.picture(fragment);
            }
        }
        wake.forEach(Viewer::wake);
        return true;
    }

    void count(MediaFault fault) {
        synchronized (lock) {
            boolean known = faults.containsKey(fault.code()) || faults.size() < MOST_FAULT_CODES;
            faults.merge(known ? fault.code() : "other", 1L, Long::sum);
        }
    }

    void countStart() {
        synchronized (lock) {
            starts++;
        }
    }

    SourceSupervisor supervisor() {
        return supervisor;
    }
}
