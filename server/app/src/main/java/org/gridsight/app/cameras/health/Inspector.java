package org.gridsight.app.cameras.health;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.cameras.InspectionGrant;
import org.gridsight.app.cameras.Inspections;
import org.gridsight.app.cameras.Inspections.Inspectable;
import org.gridsight.app.cameras.Look;
import org.gridsight.app.kernel.GentleStop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at every camera once in a while, a few at a time, whether or not somebody watches. */
@Component
class Inspector implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Inspector.class);

    private final Inspections inspections;
    private final CameraJudge judge;
    private final HealthTable table;
    private final HealthSettings settings;
    private final Clock clock;
    private final Pace pace;
    private final ExecutorService judging =
            Executors.newFixedThreadPool(1, new CustomizableThreadFactory("camera-health-"));
    private final Map<String, Instant> clockAsked = new ConcurrentHashMap<>();
    // the scheduler's thread alone
    private Map<String, Inspectable> cameras = Map.of();
    private Instant knownAt = Instant.MIN;
    private @Nullable InspectionGrant grant;

    Inspector(Inspections inspections, CameraJudge judge, HealthTable table, HealthSettings settings, Clock clock) {
        this.inspections = inspections;
        this.judge = judge;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.pace = new Pace(settings, new Random());
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT15S")
    void tick() {
        if (!settings.isOn()) {
            return;
        }
        Instant now = clock.instant();
        try {
            learn(now);
        } catch (DataAccessException | TransactionException failure) {
            log.warn("cameras could not be looked at now", failure);
            return;
        }
        RuntimeException last = null;
        for (String cameraId : pace.begin(now)) {
            try {
                begin(cameraId);
            } catch (RuntimeException failure) {
                // each has its slot until it is ended, whatever became of the others
                pace.ended(cameraId, Look.Outcome.UNKNOWN, true, clock.instant());
                last = failure;
            }
        }
        if (last != null) {
            log.warn("some cameras could not be looked at now", last);
        }
    }

    private void learn(Instant now) {
        // new cameras and what became of others are noticed within the time of a recheck
        if (now.isBefore(knownAt.plus(settings.recheckAfter().dividedBy(4)))) {
            return;
        }
        knownAt = now;
        cameras = inspections.cameras().stream().collect(Collectors.toMap(Inspectable::cameraId, Function.identity()));
        pace.know(cameras.keySet(), table.looked(), now);
        judge.keepOnly(Set.copyOf(cameras.keySet()));
    }

    private void begin(String cameraId) {
        Inspectable camera = cameras.get(cameraId);
        // of a device that is not signed in the network status is known already
        if (camera == null || !camera.deviceId().isEmpty() && !camera.online()) {
            pace.ended(cameraId, Look.Outcome.UNKNOWN, false, clock.instant());
            return;
        }
        look(camera, granted())
                .whenCompleteAsync((look, failure) -> finish(camera, look), judging)
                .exceptionally(failure -> {
                    log.warn("a look at a camera could not be judged", failure);
                    return null;
                });
    }

    private void finish(Inspectable camera, @Nullable Look look) {
        boolean soon = true;
        Look.Outcome outcome = look == null ? Look.Outcome.UNKNOWN : look.outcome();
        try {
            soon = look != null && judge.judge(camera, look, clock.instant());
        } finally {
            pace.ended(camera.cameraId(), outcome, soon, clock.instant());
        }
    }

    /** The right to look, on record for each day. */
    InspectionGrant granted() {
        InspectionGrant given = grant;
        if (given == null || !inspections.isGood(given)) {
            given = inspections.grant(cameras.size(), settings.every());
            grant = given;
        }
        return given;
    }

    private CompletableFuture<Look> look(Inspectable camera, InspectionGrant right) {
        if (!camera.deviceId().isEmpty()) {
            Instant now = clock.instant();
            Instant asked = clockAsked.get(camera.deviceId());
            // a recorder has many channels and one clock
            if (asked == null || !now.isBefore(asked.plus(settings.recheckAfter()))) {
                clockAsked.put(camera.deviceId(), now);
                inspections.askClock(camera.deviceId());
            }
        }
        return inspections.look(right, camera.cameraId(), settings.patience());
    }

    /** Looks at one camera now and judges it; for whoever cannot wait for its turn. */
    Look.Outcome inspect(Inspectable camera) {
        Look look = look(camera, granted()).join();
        judge.judge(camera, look, clock.instant());
        return look.outcome();
    }

    List<Inspectable> cameras() {
        return inspections.cameras();
    }

    @Override
    public void destroy() {
        GentleStop.dropping(judging);
    }
}
