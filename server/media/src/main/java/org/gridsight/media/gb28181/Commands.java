package org.gridsight.media.gb28181;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Orders to cameras. Whatever moves is stopped: after its time, when another movement replaces it, and when the station closes;
 * the stop is sent twice, because a lost one leaves a camera turning. Belongs to the station's thread.
 */
final class Commands {

    private static final Duration SECOND_STOP = Duration.ofMillis(300);

    private static final Duration KEY_AGAIN = Duration.ofSeconds(2);

    private final Switchboard board;
    /** The newest movement of each channel that still turns. */
    private final Map<String, Movement> moving = new HashMap<>();
    /** The newest stop of each channel whose second telling still waits. */
    private final Map<String, Integer> stopping = new HashMap<>();

    /** Channels that have just been asked for a key picture by somebody beside the stream. */
    private final Set<String> keyAsked = new HashSet<>();

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
        String key = key(device, channelId);
        stopping.remove(key);
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
        String key = key(device, channelId);
        String code = PtzCommand.move(PtzMove.STOP);
        int number = board.nextSerial();
        stopping.put(key, number);
        send(device, channelId, control -> control.with("PTZCmd", code), result);
        board.after(SECOND_STOP, () -> {
            if (stopping.remove(key, number)) {
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
        if (action == PresetAction.CALL) {
            takeOver(device, channelId);
        }
        send(device, channelId, control -> control.with("PTZCmd", PtzCommand.preset(action, number)), result);
    }

    /** Turns the head to where it should stand and no further; only devices of the 2022 text know this order. */
    void aim(DeviceState device, String channelId, PtzTarget target, CompletableFuture<CommandResult> result) {
        takeOver(device, channelId);
        send(
                device,
                channelId,
                control -> control.holding("PTZPreciseCtrl", precise -> {
                    target.pan().ifPresent(value -> precise.with("Pan", hundredths(value)));
                    target.tilt().ifPresent(value -> precise.with("Tilt", hundredths(value)));
                    target.zoom().ifPresent(value -> precise.with("Zoom", hundredths(value)));
                }),
                result);
    }

    /** An order that ends by itself: what turns is stopped before it, and no stop comes after it. */
    private void takeOver(DeviceState device, String channelId) {
        String key = key(device, channelId);
        stopping.remove(key);
        if (moving.remove(key) != null) {
            String code = PtzCommand.move(PtzMove.STOP);
            send(device, channelId, control -> control.with("PTZCmd", code), new CompletableFuture<>());
        }
    }

    private static String key(DeviceState device, String channelId) {
        return device.id() + ' ' + channelId;
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The same for somebody beside the stream itself, such as an upper platform: at most once in a while. */
    void keyframeNowAndThen(DeviceState device, String channelId) {
        String key = key(device, channelId);
        if (keyAsked.add(key)) {
            board.after(KEY_AGAIN, () -> keyAsked.remove(key));
            keyframe(device, channelId);
        }
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
