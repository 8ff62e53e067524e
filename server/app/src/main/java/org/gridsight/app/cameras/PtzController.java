package org.gridsight.app.cameras;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.gb28181.CommandResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Turns a camera for somebody who may see its pictures; each turn is on record. */
@RestController
class PtzController {

    /** A device that is there answers within the station's own patience. */
    private static final long PATIENCE_SECONDS = 40;

    private final Cameras cameras;
    private final Tickets tickets;
    private final Standings standings;
    private final ChannelTable channels;
    private final GbStation station;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PtzController(
            Cameras cameras,
            Tickets tickets,
            Standings standings,
            ChannelTable channels,
            GbStation station,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.cameras = cameras;
        this.tickets = tickets;
        this.standings = standings;
        this.channels = channels;
        this.station = station;
        this.transaction = transaction;
        this.events = events;
    }

    @PostMapping("/api/cameras/{id}/ptz")
    ResponseEntity<Void> turn(
            @PathVariable String id, @RequestBody PtzRequest request, CurrentUser user, HttpServletRequest call) {
        Camera camera = cameras.find(id, user.scope());
        // rights first: whoever may not turn it hears nothing about the rest
        tickets.check(id, request.ticket(), standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN)));
        PtzRequest.Order order = request.check();
        ChannelTable.Link link = channels.find(id).orElseThrow(() -> new Rejected(CameraReason.NOT_TURNABLE));
        transaction.executeWithoutResult(status -> events.publishEvent(AuditEntry.of(
                user.username(),
                "camera.turn",
                "camera/" + id,
                camera.gridCode(),
                Map.of(
                        "pan", Double.toString(order.move().pan()),
                        "tilt", Double.toString(order.move().tilt()),
                        "zoom", Double.toString(order.move().zoom())))));
        CommandResult result = station.move(link, order.move(), order.time())
                .map(PtzController::await)
                .orElse(CommandResult.NOT_REGISTERED);
        return switch (result) {
            case TAKEN -> ResponseEntity.noContent().build();
            case NOT_REGISTERED, NO_ANSWER -> throw new Rejected(CameraReason.NOT_SIGNED_IN);
            case REFUSED -> throw new Rejected(CameraReason.TURN_REFUSED);
        };
    }

    private static CommandResult await(CompletionStage<CommandResult> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandResult.NO_ANSWER;
        } catch (ExecutionException | TimeoutException e) {
            return CommandResult.NO_ANSWER;
        }
    }
}
