package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.cameras.Inspections;
import org.gridsight.app.cameras.Inspections.Drift;
import org.gridsight.app.cameras.Inspections.Inspectable;
import org.gridsight.app.cameras.Look;
import org.gridsight.app.cameras.health.HealthTable.Checked;
import org.gridsight.media.analysis.PictureMeasures;
import org.gridsight.media.analysis.UsualView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Judges looks and writes down what came of them: figures, faults, cases, in one transaction a look. */
@Component
class CameraJudge {

    private final Inspections inspections;
    private final HealthTable table;
    private final FaultDesk desk;
    private final HealthSettings settings;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Map<String, CameraWatch> watches = new HashMap<>();

    CameraJudge(
            Inspections inspections,
            HealthTable table,
            FaultDesk desk,
            HealthSettings settings,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.inspections = inspections;
        this.table = table;
        this.desk = desk;
        this.settings = settings;
        this.transaction = transaction;
        this.json = json;
    }

    /** Answers whether the next look should come soon. When it cannot be written, the camera is judged anew from the record. */
    synchronized boolean judge(Inspectable camera, Look look, Instant at) {
        try {
            Boolean soon = transaction.execute(status -> take(camera, look, at));
            return Boolean.TRUE.equals(soon);
        } catch (RuntimeException failure) {
            watches.remove(camera.cameraId());
            throw failure;
        }
    }

    /** Forgets those that are gone. */
    synchronized void keepOnly(Set<String> cameras) {
        watches.keySet().retainAll(cameras);
    }

    private boolean take(Inspectable camera, Look look, Instant at) {
        Optional<Checked> last = table.find(camera.cameraId());
        CameraWatch watch = watches.computeIfAbsent(camera.cameraId(), id -> resume(id, last));
        Optional<Drift> drift = camera.deviceId().isEmpty()
                ? inspections.driftOfStream(camera.cameraId())
                : inspections.drift(camera.deviceId(), settings.deviceZone());
        drift.ifPresent(told -> watch.hear(told, settings.driftLimit().toMillis() / 1000.0));
        boolean night = settings.isNight(at.atZone(settings.deviceZone()).getHour());
        boolean judged = !night && watch.see(look, at, camera.turns());
        if (desk.settle(camera, watch.told(), at)) {
            watch.lookAnew();
        }
        table.put(new Checked(
                camera.cameraId(),
                at,
                judged ? at : last.map(Checked::picturedAt).orElse(null),
                drift.map(Drift::seconds)
                        .orElseGet(() -> last.map(Checked::driftSeconds).orElse(null)),
                drift.map(Drift::at).orElseGet(() -> last.map(Checked::driftAt).orElse(null)),
                watch.picture()
                        .measured()
                        .map(this::words)
                        .orElseGet(() -> last.map(Checked::measures).orElse("{}")),
                watch.picture().usual().map(UsualView::text).orElse("")));
        return watch.isUndecided(look.outcome());
    }

    private CameraWatch resume(String cameraId, Optional<Checked> last) {
        Set<CameraFault> held = table.faults(cameraId).stream()
                .filter(fault -> fault.curedAt() == null)
                .map(HealthTable.Held::fault)
                .collect(Collectors.toSet());
        return new CameraWatch(last.map(Checked::usualView).flatMap(UsualView::parse), held);
    }

    private String words(PictureMeasures measures) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("mean", Math.round(measures.mean() * 10) / 10.0);
        words.put("bright", measures.bright());
        words.put("flatShare", Math.round(measures.flatShare() * 1000) / 1000.0);
        words.put("sharpness", measures.sharpness());
        return json.writeValueAsString(words);
    }
}
