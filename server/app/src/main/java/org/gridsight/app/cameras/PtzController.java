package org.gridsight.app.cameras;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Turns a camera by hand for somebody who may see its pictures; each turn is on record. */
@RestController
class PtzController {

    private final Cameras cameras;
    private final Tickets tickets;
    private final Standings standings;
    private final ChannelTable channels;
    private final GbStation station;
    private final Turns turns;

    PtzController(
            Cameras cameras,
            Tickets tickets,
            Standings standings,
            ChannelTable channels,
            GbStation station,
            Turns turns) {
        this.cameras = cameras;
        this.tickets = tickets;
        this.standings = standings;
        this.channels = channels;
        this.station = station;
        this.turns = turns;
    }

    @PostMapping("/api/cameras/{id}/ptz")
    ResponseEntity<Void> turn(
            @PathVariable String id, @RequestBody PtzRequest request, CurrentUser user, HttpServletRequest call) {
        Camera camera = cameras.find(id, user.scope());
        // rights first: whoever may not turn it hears nothing about the rest
        tickets.check(id, request.ticket(), standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN)));
        PtzRequest.Order order = request.check();
        ChannelTable.Link link = channels.find(id).orElseThrow(() -> new Rejected(CameraReason.NOT_TURNABLE));
        Map<String, String> details = Map.of(
                "pan", Double.toString(order.move().pan()),
                "tilt", Double.toString(order.move().tilt()),
                "zoom", Double.toString(order.move().zoom()));
        turns.give(
                new Turns.Order(user, camera, "camera.turn", details),
                () -> station.move(link, order.move(), order.time()));
        return ResponseEntity.noContent().build();
    }
}
