package org.gridsight.app.cameras;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standings;
import org.gridsight.app.cameras.aiming.Preset;
import org.gridsight.app.cameras.aiming.Turning;
import org.gridsight.app.cameras.aiming.Turnings;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.gb28181.PresetAction;
import org.gridsight.media.gb28181.PtzTarget;
import org.gridsight.spatial.sight.ViewCone;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Turns a camera to an incident or a place by one order: to the exact angle where the device knows that order and its zero
 * is known, else to the stored direction that looks there, else to nothing, with what is missing in words.
 */
@RestController
class AimController {

    private final Cameras cameras;
    private final Incidents incidents;
    private final Tickets tickets;
    private final Standings standings;
    private final ChannelTable channels;
    private final GbStation station;
    private final Turnings turnings;
    private final Turns turns;

    AimController(
            Cameras cameras,
            Incidents incidents,
            Tickets tickets,
            Standings standings,
            ChannelTable channels,
            GbStation station,
            Turnings turnings,
            Turns turns) {
        this.cameras = cameras;
        this.incidents = incidents;
        this.tickets = tickets;
        this.standings = standings;
        this.channels = channels;
        this.station = station;
        this.turnings = turnings;
        this.turns = turns;
    }

    /** @param preset where it looks now, when it was told by number */
    record Aimed(
            String how,
            long bearing,
            long distanceMetres,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Preset> preset) {}

    @PostMapping("/api/cameras/{id}/ptz/aim")
    Aimed aim(@PathVariable String id, @RequestBody AimRequest request, CurrentUser user, HttpServletRequest call) {
        Camera camera = cameras.find(id, user.scope());
        // rights first: whoever may not turn it hears nothing about the rest
        tickets.check(id, request.ticket(), standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN)));
        AimRequest.Goal goal = request.check(incidents, user);
        ChannelTable.Link link = channels.find(id)
                .filter(known -> camera.kind() == CameraKind.PTZ)
                .orElseThrow(() -> new Rejected(CameraReason.NOT_TURNABLE));
        ViewCone head = camera.cone().orElseThrow(() -> new Rejected(CameraReason.AIM_NO_POSITION));
        requireReach(head, goal);
        Turning known = turnings.of(id);
        Optional<PtzTarget> exact = station.takesAngles(link) ? known.target(head, goal.place()) : Optional.empty();
        Optional<Preset> preset = exact.isPresent() ? Optional.empty() : Optional.of(preset(link, known, head, goal));
        Aimed aimed = new Aimed(
                exact.isPresent() ? "PRECISE" : "PRESET",
                Math.round(head.camera().headingTo(goal.place())),
                Math.round(head.camera().metresTo(goal.place())),
                preset);
        turns.give(
                new Turns.Order(user, camera, "camera.aim", details(aimed, goal)),
                () -> exact.map(target -> station.aim(link, target))
                        .orElseGet(() -> station.preset(
                                link, PresetAction.CALL, preset.orElseThrow().number())));
        return aimed;
    }

    /** Beyond twice its range a camera sees nothing worth turning for, as the ranking has it. */
    private static void requireReach(ViewCone head, AimRequest.Goal goal) {
        double metres = head.camera().metresTo(goal.place());
        if (metres > 2 * head.rangeMetres()) {
            throw new Rejected(CameraReason.AIM_OUT_OF_REACH, Math.round(metres), Math.round(head.rangeMetres()));
        }
    }

    private Preset preset(ChannelTable.Link link, Turning known, ViewCone head, AimRequest.Goal goal) {
        return known.preset(head, goal.place()).orElseThrow(() -> {
            if (known.presets().isEmpty()) {
                return new Rejected(station.takesAngles(link) ? CameraReason.AIM_NO_ZERO : CameraReason.AIM_NO_PRESETS);
            }
            long bearing = Math.round(head.camera().headingTo(goal.place()));
            return new Rejected(
                    CameraReason.AIM_NO_PRESET_LOOKS, known.presets().size(), bearing);
        });
    }

    private static Map<String, String> details(Aimed aimed, AimRequest.Goal goal) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("how", aimed.how());
        details.put("bearing", Long.toString(aimed.bearing()));
        aimed.preset().ifPresent(preset -> details.put("preset", Integer.toString(preset.number())));
        goal.incidentId().ifPresent(incident -> details.put("incidentId", incident));
        return details;
    }
}
