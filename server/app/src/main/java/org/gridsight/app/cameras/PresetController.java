package org.gridsight.app.cameras;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.cameras.aiming.Preset;
import org.gridsight.app.cameras.aiming.PresetNames;
import org.gridsight.app.cameras.aiming.Turnings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.PresetAction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directions stored in the camera itself: listed, stored, turned to, forgotten; each order is on record. */
@RestController
@RequestMapping("/api/cameras/{id}/presets")
class PresetController {

    private final Cameras cameras;
    private final Tickets tickets;
    private final Standings standings;
    private final ChannelTable channels;
    private final GbStation station;
    private final DeviceRecordings memory;
    private final Turnings turnings;
    private final PresetNames names;
    private final Turns turns;

    PresetController(
            Cameras cameras,
            Tickets tickets,
            Standings standings,
            ChannelTable channels,
            GbStation station,
            DeviceRecordings memory,
            Turnings turnings,
            PresetNames names,
            Turns turns) {
        this.cameras = cameras;
        this.tickets = tickets;
        this.standings = standings;
        this.channels = channels;
        this.station = station;
        this.memory = memory;
        this.turnings = turnings;
        this.names = names;
        this.turns = turns;
    }

    /**
     * One stored direction.
     *
     * @param name ours, else the device's own
     * @param bearing absent while nobody has said where it looks
     */
    record StoredView(int number, String name, Optional<Double> bearing, Optional<Double> fieldOfView) {}

    /** All of them, by number. */
    record StoredViews(List<StoredView> items) {}

    /** Body of a call. */
    record CallRequest(@Nullable String ticket) {

        /** Without the ticket. */
        @Override
        public String toString() {
            return "CallRequest";
        }
    }

    /** As the device tells them now; refused in words when it does not. */
    @GetMapping("/device")
    StoredViews list(@PathVariable String id, CurrentUser user) {
        cameras.find(id, user.scope());
        List<DevicePreset> told = memory.presets(id);
        Map<Integer, String> ours = names.of(id);
        List<Preset> looking = turnings.of(id).presets();
        return new StoredViews(told.stream()
                .map(preset -> {
                    Optional<Preset> known = looking.stream()
                            .filter(one -> one.number() == preset.number())
                            .findFirst();
                    String name = known.map(Preset::name)
                            .filter(text -> !text.isBlank())
                            .orElseGet(() -> ours.getOrDefault(preset.number(), preset.name()));
                    return new StoredView(
                            preset.number(), name, known.map(Preset::bearing), known.map(Preset::fieldOfView));
                })
                .toList());
    }

    /** Keeps the present view in the camera; where the old one of this number looked is forgotten. */
    @PutMapping("/{number}")
    StoredView store(
            @PathVariable String id,
            @PathVariable String number,
            @RequestBody PresetRequest request,
            CurrentUser user,
            HttpServletRequest call) {
        Camera camera = cameras.find(id, user.scope());
        tickets.check(id, request.ticket(), standing(call));
        PresetRequest.View view = request.check(number);
        Map<String, String> details = Map.of("preset", Integer.toString(view.number()), "name", view.name());
        order(new Turns.Order(user, camera, "camera.preset-store", details), PresetAction.STORE, view.number());
        names.stored(id, view.number(), view.name(), view.looks());
        return new StoredView(
                view.number(),
                view.name(),
                view.looks().map(Preset::bearing),
                view.looks().map(Preset::fieldOfView));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id, @PathVariable String number, CurrentUser user) {
        Camera camera = cameras.find(id, user.scope());
        int stored = PresetRequest.check(number, new Faults());
        order(new Turns.Order(user, camera, "camera.preset-delete", details(stored)), PresetAction.DELETE, stored);
        names.forgotten(id, stored);
    }

    /** Turns the camera there. */
    @PostMapping("/{number}/call")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void call(
            @PathVariable String id,
            @PathVariable String number,
            @RequestBody CallRequest request,
            CurrentUser user,
            HttpServletRequest call) {
        Camera camera = cameras.find(id, user.scope());
        tickets.check(id, request.ticket(), standing(call));
        int stored = PresetRequest.check(number, new Faults());
        order(new Turns.Order(user, camera, "camera.preset-call", details(stored)), PresetAction.CALL, stored);
    }

    private static Map<String, String> details(int number) {
        return Map.of("preset", Integer.toString(number));
    }

    private void order(Turns.Order order, PresetAction action, int number) {
        ChannelTable.Link link = channels.find(order.camera().cameraId())
                .filter(known -> order.camera().kind() == CameraKind.PTZ)
                .orElseThrow(() -> new Rejected(CameraReason.NOT_TURNABLE));
        turns.give(order, () -> station.preset(link, action, number));
    }

    private Standing standing(HttpServletRequest call) {
        return standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
    }
}
