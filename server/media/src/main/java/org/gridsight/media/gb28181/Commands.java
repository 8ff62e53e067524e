package org.gridsight.media.gb28181;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Orders to cameras. Whatever moves is stopped: after its time, when another movement replaces it, and when the station closes;
 * the stop is sent twice, because a lost one leaves a camera turning. Belongs to the station's thread.
 */
final class Commands {

    private static final Duration SECOND_STOP = Duration.ofMillis(300);

    private final Switchboard board;
    /** The newest movement of each channel that still turns. */
    private final Map<String, Movement> moving = new HashMap<>();

    Commands(Switchboard board) {
        this.board = board;
    }

    private record Movement(DeviceState device, String channelId, long number) {}

    void move(
            DeviceState device,
            String channelId,
            PtzMove move,
            Duration time,
            CompletableFuture<CommandResult> result) {
        String key = device.id() + ' ' + channelId;
        if (move.equals(PtzMove.STOP)) {
            moving.remove(key);
            stop(device, channelId, result);
            return;
        }
        Movement movement = new Movement(device, channelId, board.nextSerial());
        moving.put(key, movement);
        send(device, channelId, control -> control.with("PTZCmd", PtzCommand.move(move)), result);
        board.after(time, () -> {
            if (moving.remove(key, movement)) {
                stop(device, channelId, new CompletableFuture<>());
            }
        });
    }

    private void stop(DeviceState device, String channelId, CompletableFuture<CommandResult> result) {
        String code = PtzCommand.move(PtzMove.STOP);
        send(device, channelId, control -> control.with("PTZCmd", code), result);
        board.after(SECOND_STOP, () -> {
            if (!moving.containsKey(device.id() + ' ' + channelId)) {
                send(device, channelId, control -> control.with("PTZCmd", code), new CompletableFuture<>());
            }
        });
    }

    /** Stops all that still turns. */
    void stopAll() {
        for (Movement movement : moving.values()) {
            String code = PtzCommand.move(PtzMove.STOP);
            send(
                    movement.device(),
                    movement.channelId(),
                    control -> control.with("PTZCmd", code),
                    new CompletableFuture<>());
        }
        moving.clear();
    }

    void preset(
            DeviceState device,
            String channelId,
            PresetAction action,
            int number,
            CompletableFuture<CommandResult> result) {
        send(device, channelId, control -> control.with("PTZCmd", PtzCommand.preset(action, number)), result);
    }

    /** Asks for a key picture now; the element's name is spelt as the standard spells it. */
    void keyframe(DeviceState device, String channelId) {
        send(device, channelId, control -> control.with("IFameCmd", "Send"), new CompletableFuture<>());
    }

    private void send(
            DeviceState device, String channelId, Consumer<Manscdp> order, CompletableFuture<CommandResult> result) {
        Manscdp control = Manscdp.control(board.nextSerial(), channelId);
        order.accept(control);
        board.message(device, channelId, control, answer -> result.complete(resultOf(answer)));
    }

    private static CommandResult resultOf(Answer answer) {
        if (answer.response() == null) {
            return CommandResult.NO_ANSWER;
        }
        return answer.isGood() ? CommandResult.TAKEN : CommandResult.REFUSED;
    }
}
