package org.gridsight.app.cameras;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.gb28181.CommandResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives orders to the heads of cameras; each is on record before it is given. */
@Component
class Turns {

    /** A device that is there answers within the station's own patience. */
    private static final long PATIENCE_SECONDS = 40;

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Turns(TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.events = events;
    }

    /** What goes on record of an order. */
    record Order(CurrentUser user, Camera camera, String action, Map<String, String> details) {}

    /** @param given tells the device; empty while no device can sign in */
    void give(Order order, Supplier<Optional<CompletionStage<CommandResult>>> given) {
        if (order.camera().isMasked() && !StreamTicket.mayUnmask(order.user())) {
            // masks stay where they are in the picture: what they hide would come out beside them
            throw new Rejected(CameraReason.MASKED_HEAD);
        }
        transaction.executeWithoutResult(status -> events.publishEvent(AuditEntry.of(
                order.user().username(),
                order.action(),
                "camera/" + order.camera().cameraId(),
                order.camera().gridCode(),
                order.details())));
        CommandResult result = given.get().map(Turns::await).orElse(CommandResult.NOT_REGISTERED);
        switch (result) {
            case TAKEN -> {
                // done
            }
            case NOT_REGISTERED, NO_ANSWER -> throw new Rejected(CameraReason.NOT_SIGNED_IN);
            case REFUSED -> throw new Rejected(CameraReason.TURN_REFUSED);
        }
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
