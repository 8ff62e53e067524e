package org.gridsight.app.cameras.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Puts on record that somebody plays a clip: it begins with the first bytes, and has ended when none were asked for a while.
 * A player asks for a clip in many pieces, and all of them are one line.
 */
@Component
class Playings implements DisposableBean {

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final int MOST = 10_000;
    private static final long LAST_MILLIS = 3_000;

    private final Footage footage;
    private final Cache<Key, Playing> playing;

    private record Key(UUID grantId, UUID clip) {}

    private record Playing(StreamTicket ticket, UUID watching) {}

    Playings(Footage footage) {
        this.footage = footage;
        playing = Caffeine.newBuilder()
                .expireAfterAccess(QUIET)
                .maximumSize(MOST)
                .scheduler(Scheduler.systemScheduler())
                .<Key, Playing>evictionListener((key, gone, cause) -> end(gone))
                .build();
    }

    /** False when it could not be put on record: then nothing may be played. */
    boolean on(StreamTicket ticket, UUID clip) {
        // pieces asked for at the same moment wait for the one line
        return playing.get(new Key(ticket.grantId(), clip), key -> begin(ticket, clip)) != null;
    }

    private @Nullable Playing begin(StreamTicket ticket, UUID clip) {
        Playing begun = new Playing(ticket, UUID.randomUUID());
        return footage.began(ticket, begun.watching(), "clip", Map.of("clip", clip.toString())) ? begun : null;
    }

    private void end(@Nullable Playing gone) {
        if (gone != null) {
            footage.ended(gone.ticket(), gone.watching(), "closed");
        }
    }

    /** A database that has gone before us must not hold the end of the server up. */
    @Override
    public void destroy() {
        Thread last = new Thread(() -> playing.asMap().values().forEach(this::end), "evidence-register");
        last.setDaemon(true);
        last.start();
        try {
            last.join(LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
