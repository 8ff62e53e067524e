package org.gridsight.app.cameras.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.cameras.health.HealthTable.Held;
import org.gridsight.app.cameras.health.HealthTable.Standing;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is known of the health of cameras: the figures of an area, and one camera. */
@Service
class CameraHealth {

    private static final double EXACT = 10_000;

    private final HealthTable table;
    private final HealthSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    CameraHealth(HealthTable table, HealthSettings settings, JsonMapper json, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public HealthFigures figures(Scope scope) {
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.window());
        List<Standing> all = table.standings(scope);
        List<Held> faults = table.holding(scope);
        Set<String> faulty = faults.stream().map(Held::cameraId).collect(Collectors.toSet());
        List<Standing> online =
                all.stream().filter(camera -> camera.status().equals("ONLINE")).toList();
        int neverSeen = (int) all.stream()
                .filter(camera -> camera.status().equals("NEVER_CONNECTED"))
                .count();
        int good = 0;
        int bad = 0;
        for (Standing camera : online) {
            Instant judged = camera.picturedAt();
            if (faulty.contains(camera.cameraId())) {
                bad++;
            } else if (judged != null && !judged.isBefore(oldest)) {
                good++;
            }
        }
        return new HealthFigures(
                now,
                all.size(),
                online.size(),
                rate(online.size(), all.size() - neverSeen),
                good,
                rate(good, good + bad),
                online.size() - good - bad,
                new HealthFigures.Targets(settings.targetOnline(), settings.targetGood()),
                neverSeen,
                faults.stream().map(HealthFigures.FaultLine::of).toList());
    }

    private static Optional<Double> rate(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Math.round(part * EXACT / whole) / EXACT);
    }

    @Transactional(readOnly = true)
    public HealthView one(String cameraId, Scope scope) {
        if (!table.knows(cameraId, scope)) {
            throw new Rejected(CommonReason.NOT_FOUND, cameraId);
        }
        Optional<HealthTable.Checked> checked = table.find(cameraId);
        List<HealthFigures.FaultLine> faults = table.faults(cameraId).stream()
                .filter(held -> held.curedAt() == null)
                .sorted(Comparator.comparing(Held::fault))
                .map(HealthFigures.FaultLine::of)
                .toList();
        Optional<HealthFigures.FaultLine> worst = faults.stream().findFirst();
        return new HealthView(
                cameraId,
                checked.map(HealthTable.Checked::checkedAt),
                checked.flatMap(last -> Optional.ofNullable(last.picturedAt())),
                worst.map(HealthFigures.FaultLine::fault),
                worst.map(HealthFigures.FaultLine::since),
                worst.flatMap(HealthFigures.FaultLine::incidentId),
                checked.flatMap(last -> Optional.ofNullable(last.driftSeconds())),
                json.readTree(checked.map(HealthTable.Checked::measures).orElse("{}")),
                faults);
    }
}
