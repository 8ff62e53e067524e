package org.gridsight.app.cameras;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.media.StreamStep;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.StreamHub;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether an RTSP camera answers is known from its last session; devices of GB/T 28181 tell it themselves. */
@Component
class SeenStatus {

    private final MediaEngine engine;
    private final JdbcClient jdbc;
    private final Map<String, CameraStatus> written = new ConcurrentHashMap<>();

    SeenStatus(MediaEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void note() {
        for (StreamHub hub : engine.hubs().all()) {
            of(hub.diagnosis()).ifPresent(status -> write(hub.cameraId(), status));
        }
    }

    private static Optional<CameraStatus> of(Diagnosis session) {
        if (session.failedStep() != null) {
            return Optional.of(CameraStatus.OFFLINE);
        }
        boolean shown = session.steps().stream().anyMatch(entry -> entry.step() == StreamStep.FIRST_FRAGMENT);
        return shown ? Optional.of(CameraStatus.ONLINE) : Optional.empty();
    }

    private void write(String cameraId, CameraStatus status) {
        if (written.put(cameraId, status) != status) {
            jdbc.sql("update cameras.camera set status = ? where camera_id = ? and source = 'rtsp' and status <> ?")
                    .params(status.name(), cameraId, status.name())
                    .update();
        }
    }
}
