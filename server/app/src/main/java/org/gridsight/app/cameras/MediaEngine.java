package org.gridsight.app.cameras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.EventLoops;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads under all streams, and their hubs; nothing runs while nobody watches. */
@Component
class MediaEngine implements DisposableBean {

    private static final int OPENERS = 8;
    private static final int TIMERS = 2;

    private final ScheduledExecutorService timers =
            Executors.newScheduledThreadPool(TIMERS, new CustomizableThreadFactory("camera-timer-"));
    private final ExecutorService openers =
            Executors.newFixedThreadPool(OPENERS, new CustomizableThreadFactory("camera-opener-"));
    private final EventLoops loops;
    private final StreamHubs hubs;

    MediaEngine(CameraSources sources, CameraSettings settings, Clock clock) {
        loops = startLoops();
        HubSettings usual = HubSettings.usual();
        HubSettings bounds = new HubSettings(
                usual.cacheBytes(),
                usual.cachePictures(),
                usual.viewerBytes(),
                settings.linger(),
                usual.startsPerSecond());
        hubs = new StreamHubs(
                id -> new LateSource(openers, () -> sources.make(id, loops.next())),
                bounds,
                HubTimer.of(timers, clock));
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

    EventLoop nextLoop() {
        return loops.next();
    }

    @Override
    public void destroy() {
        hubs.close();
        openers.shutdownNow();
        timers.shutdownNow();
        loops.close();
    }
}
