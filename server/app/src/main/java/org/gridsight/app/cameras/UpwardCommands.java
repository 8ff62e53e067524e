package org.gridsight.app.cameras;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gridsight.app.cameras.aiming.PresetNames;
import org.gridsight.app.cameras.cascade.UpwardOrders;
import org.gridsight.app.cameras.cascade.UpwardPictures.Receiver;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.Findings;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PresetAction;
import org.gridsight.media.gb28181.PresetOrder;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.RecordingQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries out the orders of upper platforms; a head with masks stays where it is, and no answer of a device is waited for. */
@Component
class UpwardCommands implements UpwardOrders {

    /** The longest a camera turns for one order; the stop comes by itself. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private final CameraRepository cameras;
    private final ChannelTable channels;
    private final GbStation station;
    private final PresetNames names;
    private final UpwardRecord record;
    private final ZoneId zone;

    UpwardCommands(
            CameraRepository cameras,
            ChannelTable channels,
            GbStation station,
            PresetNames names,
            UpwardRecord record,
            @Value("${gridsight.cameras.health.device-zone}") ZoneId zone) {
        this.cameras = cameras;
        this.channels = channels;
        this.station = station;
        this.names = names;
        this.record = record;
        this.zone = zone;
    }

    @Override
    public void turn(String cameraId, Receiver receiver, PtzMove move) throws NotShared {
        ChannelTable.Link head = head(cameraId);
        Map<String, String> details = details(receiver);
        details.put("pan", Double.toString(move.pan()));
        details.put("tilt", Double.toString(move.tilt()));
        details.put("zoom", Double.toString(move.zoom()));
        record(cameraId, receiver, "camera.turn", details);
        Duration time = move.equals(PtzMove.STOP) ? Duration.ZERO : LONGEST_TURN;
        require(station.move(head, move, time));
    }

    @Override
    public void preset(String cameraId, Receiver receiver, PresetOrder order) throws NotShared {
        ChannelTable.Link head = head(cameraId);
        Map<String, String> details = details(receiver);
        details.put("preset", Integer.toString(order.number()));
        String action = "camera.preset-" + order.action().name().toLowerCase(Locale.ROOT);
        record(cameraId, receiver, action, details);
        require(station.preset(head, order.action(), order.number()));
        if (order.action() != PresetAction.CALL) {
            // what we knew of this number is no longer so
            names.forgotten(cameraId, order.number());
        }
    }

    /** The head of a camera that may be turned without showing what masks hide. */
    private ChannelTable.Link head(String cameraId) throws NotShared {
        if (find(cameraId).isMasked()) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        return channels.find(cameraId).orElseThrow(() -> new NotShared(NotShared.Reason.FORBIDDEN));
    }

    private Camera find(String cameraId) throws NotShared {
        return cameras.find(cameraId, Scope.everything().like())
                .orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
    }

    private static Map<String, String> details(Receiver receiver) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("reason", receiver.agreement());
        return details;
    }

    private void record(String cameraId, Receiver receiver, String action, Map<String, String> details)
            throws NotShared {
        record.write(AuditEntry.of(
                UpwardRecord.account(receiver),
                action,
                "camera/" + cameraId,
                find(cameraId).gridCode(),
                details));
    }

    /** Empty while no device can sign in. */
    private static void require(Optional<?> given) throws NotShared {
        if (given.isEmpty()) {
            throw new NotShared(NotShared.Reason.UNAVAILABLE);
        }
    }

    @Override
    public void keyframe(String cameraId) {
        channels.find(cameraId).ifPresent(station::askKeyframe);
    }

    @Override
    public CompletionStage<Findings<RecordedSpan>> recordings(String cameraId, Receiver receiver, RecordingQuery query)
            throws NotShared {
        if (find(cameraId).isMasked()) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        Map<String, String> details = details(receiver);
        details.put("from", query.span().from().toString());
        details.put("to", query.span().to().toString());
        record(cameraId, receiver, "camera.recordings", details);
        return ask(cameraId, link -> station.recordings(link, query));
    }

    @Override
    public CompletionStage<Findings<DevicePreset>> presets(String cameraId) throws NotShared {
        return ask(cameraId, station::presets);
    }

    private <T> CompletionStage<Findings<T>> ask(
            String cameraId, Function<ChannelTable.Link, Optional<CompletionStage<Findings<T>>>> question)
            throws NotShared {
        return channels.find(cameraId).flatMap(question).orElseThrow(() -> new NotShared(NotShared.Reason.UNAVAILABLE));
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
