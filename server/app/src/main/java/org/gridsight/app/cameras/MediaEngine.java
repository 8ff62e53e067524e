package org.gridsight.app.cameras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.media.analysis.DecoderProcess;
import org.gridsight.media.analysis.DecoderSettings;
import org.gridsight.media.ffmpeg.ChildSettings;
import org.gridsight.media.ffmpeg.Fallbacks;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.EventLoops;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads under all streams, and their hubs; nothing runs while nobody watches. */
@Component
class MediaEngine implements DisposableBean {

    private static final int OPENERS = 8;
    private static final int TIMERS = 2;
    /** A child that paints masks is dear: it goes soon after the last viewer, but not between two tickets of one. */
    private static final Duration MASKED_LINGER = Duration.ofSeconds(1);

    private final ScheduledExecutorService timers =
            Executors.newScheduledThreadPool(TIMERS, new CustomizableThreadFactory("camera-timer-"));
    private final ExecutorService openers =
            Executors.newFixedThreadPool(OPENERS, new CustomizableThreadFactory("camera-opener-"));
    private final DecoderProcess decoder;
    private final EventLoops loops;
    private final StreamHubs hubs;
    private final StreamHubs masked;

    MediaEngine(
            CameraSources sources,
            CameraSettings settings,
            Clock clock,
            @Value("${gridsight.data-dir}") String dataDir) {
        Path natives = Path.of(dataDir, "natives");
        decoder = new DecoderProcess(DecoderSettings.usual(natives), timers);
        loops = startLoops();
        HubTimer timer = HubTimer.of(timers, clock);
        ChildSettings child = ChildSettings.usual(natives);
        Fallbacks fallbacks = new Fallbacks(child, settings.maxFallbackStreams());
        hubs = new StreamHubs(
                id -> new LateSource(openers, () -> sources.make(id, loops.next(), fallbacks)),
                bounds(settings.linger(), settings.keepSound()),
                timer);
        masked = new StreamHubs(
                id -> new LateSource(openers, () -> sources.masked(hubs.of(id), child)),
                bounds(MASKED_LINGER, false),
                timer);
    }

    private static HubSettings bounds(Duration linger, boolean sound) {
        HubSettings usual = HubSettings.usual();
        return new HubSettings(
                usual.cacheBytes(), usual.cachePictures(), usual.viewerBytes(), linger, usual.startsPerSecond(), sound);
    }

    private static EventLoops startLoops() {
        try {
            return new EventLoops("camera-loop", Runtime.getRuntime().availableProcessors());
        } catch (IOException e) {
            throw new UncheckedIOException("no event loops for cameras: too many open files?", e);
        }
    }

    StreamHubs hubs() {
        return hubs;
    }

    /** The same cameras with their masks painted in, for whoever may not see behind them; one child each while watched. */
    StreamHubs masked() {
        return masked;
    }

    DecoderProcess decoder() {
        return decoder;
    }

    /** For sockets of a source that no hub runs, or of none, such as those of a stream that goes on to an upper platform. */
    EventLoop nextLoop() {
        return loops.next();
    }

    @Override
    public void destroy() {
        decoder.close();
        masked.close();
        hubs.close();
        // they ask for addresses, and write down who has answered
        GentleStop.dropping(openers, timers);
        loops.close();
    }
}
