package org.gridsight.app.cameras;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.media.StreamStep;
import org.gridsight.media.hub.Advice;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.StreamHub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether an RTSP camera answers is known from its last session, of a viewer or of the product's own look; devices of GB/T
 * 28181 tell it themselves. A write that fails is tried again, because only what was written is remembered.
 */
@Component
class SeenStatus {

    private static final Logger log = LoggerFactory.getLogger(SeenStatus.class);

    /** While it plays, the time it was last seen is this exact. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** What a session says of the camera: whether it answered, and when that was. */
    private record Sign(CameraStatus status, Instant at) {}

    private final MediaEngine engine;
    private final JdbcClient jdbc;
    private final StatusNews news;
    private final Clock clock;
    private final Map<String, Sign> written = new ConcurrentHashMap<>();

    SeenStatus(MediaEngine engine, JdbcClient jdbc, StatusNews news, Clock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void note() {
        for (StreamHub hub : engine.hubs().all()) {
            note(hub);
        }
        news.tell();
    }

    /** Takes up what the last session of one camera says. */
    void note(StreamHub hub) {
        sign(hub).filter(sign -> isNews(hub.cameraId(), sign)).ifPresent(sign -> {
            try {
                write(hub.cameraId(), sign);
                written.put(hub.cameraId(), sign);
            } catch (DataAccessException failure) {
                log.warn("the status of a camera could not be written and will be tried again", failure);
            }
        });
    }

    private Optional<Sign> sign(StreamHub hub) {
        Diagnosis session = hub.diagnosis();
        if (session.steps().isEmpty()) {
            return Optional.empty();
        }
        Instant last = session.steps().get(session.steps().size() - 1).at();
        if (answered(session)) {
            // pictures that come are a sign of now
            boolean plays = hub.running() && session.failedStep() == null;
            return Optional.of(new Sign(CameraStatus.ONLINE, plays ? clock.instant() : last));
        }
        return session.failedStep() == null ? Optional.empty() : Optional.of(new Sign(CameraStatus.OFFLINE, last));
    }

    /** Whether the camera itself spoke: what is wrong after that is its picture or its password, not its network. */
    static boolean answered(Diagnosis session) {
        boolean spoke = session.steps().stream()
                .anyMatch(entry -> entry.ok() && entry.step().compareTo(StreamStep.REGISTERED) >= 0);
        return spoke || session.advice() == Advice.CHECK_PASSWORD;
    }

    private boolean isNews(String cameraId, Sign sign) {
        Sign known = written.get(cameraId);
        return known == null
                || sign.at().isAfter(known.at()) && sign.status() != known.status()
                || sign.at().isAfter(known.at().plus(FRESH));
    }

    // one that was never seen stays so while it does not answer
    private void write(String cameraId, Sign sign) {
        Timestamp at = Timestamp.from(sign.at());
        if (sign.status() == CameraStatus.ONLINE) {
            jdbc.sql(
                            "update cameras.camera set status = 'ONLINE', last_seen_at = ? where camera_id = ?"
                                    + " and source = 'rtsp' and (last_seen_at is null or last_seen_at < ? or status <> 'ONLINE')")
                    .params(at, cameraId, at)
                    .update();
        } else {
            jdbc.sql("update cameras.camera set status = 'OFFLINE' where camera_id = ? and source = 'rtsp'"
                            + " and status = 'ONLINE' and (last_seen_at is null or last_seen_at <= ?)")
                    .params(cameraId, at)
                    .update();
        }
    }
}
