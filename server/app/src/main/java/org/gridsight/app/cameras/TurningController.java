package org.gridsight.app.cameras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.aiming.Preset;
import org.gridsight.app.cameras.aiming.Turning;
import org.gridsight.app.cameras.aiming.Turnings;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a camera's head: its zero, its height, and which way its stored directions look. */
@RestController
@RequestMapping("/api/cameras/{id}/presets")
class TurningController {

    private final Cameras cameras;
    private final Turnings turnings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    TurningController(
            Cameras cameras, Turnings turnings, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.cameras = cameras;
        this.turnings = turnings;
        this.transaction = transaction;
        this.events = events;
    }

    /** The same on the wire; what nobody knows is null. */
    record TurningView(
            String cameraId,
            Optional<Double> panZero,
            Optional<Double> mountMetres,
            List<Preset> presets,
            long version) {

        static TurningView of(String cameraId, Turning turning) {
            return new TurningView(
                    cameraId,
                    value(turning.panZero()),
                    value(turning.mountMetres()),
                    turning.presets(),
                    turning.version());
        }

        private static Optional<Double> value(OptionalDouble given) {
            return given.isPresent() ? Optional.of(given.getAsDouble()) : Optional.empty();
        }
    }

    @GetMapping
    TurningView list(@PathVariable String id, CurrentUser user) {
        cameras.find(id, user.scope());
        return TurningView.of(id, turnings.of(id));
    }

    @PutMapping
    TurningView put(@PathVariable String id, @RequestBody TurningRequest request, CurrentUser user) {
        Camera camera = cameras.find(id, user.scope());
        Turning wanted = request.check();
        Turning put = transaction.execute(status -> {
            Optional<Turning> written = turnings.put(id, wanted);
            written.ifPresent(turning -> events.publishEvent(
                    new CameraChanged(user.username(), "presets", id, camera.gridCode(), words(turning))));
            return written.orElseThrow(() -> stale(id));
        });
        return TurningView.of(id, put);
    }

    private Rejected stale(String id) {
        Turning current = turnings.of(id);
        return new Rejected(CameraReason.STALE_VERSION, current.version()).with("current", TurningView.of(id, current));
    }

    private static Map<String, String> words(Turning turning) {
        Map<String, String> words = new LinkedHashMap<>();
        turning.panZero().ifPresent(zero -> words.put("panZero", Double.toString(zero)));
        turning.mountMetres().ifPresent(metres -> words.put("mountMetres", Double.toString(metres)));
        words.put(
                "presets",
                turning.presets().stream()
                        .map(preset -> preset.number() + ":" + Math.round(preset.bearing()))
                        .collect(Collectors.joining(" ")));
        return words;
    }
}
