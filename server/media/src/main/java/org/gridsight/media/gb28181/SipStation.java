package org.gridsight.media.gb28181;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.gridsight.media.net.EventLoop;

/**
 * The GB/T 28181 platform: devices sign in here, over UDP and TCP on one port, and are asked here. Every method may be called
 * from any thread and returns at once; what devices do comes through {@link DeviceEvents}.
 */
public final class SipStation implements AutoCloseable {

    private static final Duration GREETING_PAUSE = Duration.ofMillis(100);
    private static final int GREETINGS_AT_ONCE = 20;
    /** How often, and how soon, a device that refuses to tell its channels or their changes is asked again. */
    static final int ASKED_AGAIN = 3;

    static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST_MOVE = Duration.ofSeconds(5);

    private final Switchboard board;
    private final Registrar registrar;
    private final MessageDesk desk;
    private final Subscriptions subscriptions;
    private final Commands commands;
    private final Inquiries inquiries;
    private final Calls calls;
    /** Devices that have signed in and must still be asked for their channels; a storm is asked little by little. */
    private final Deque<DeviceState> toGreet = new ArrayDeque<>();

    /** Opens nothing yet; see {@link #start}. */
    public SipStation(SipSettings settings, DeviceSecrets secrets, DeviceEvents events) {
        this(settings, secrets, events, Clock.systemDefaultZone());
    }

    /** With a clock of one's own for the times that are told. */
    public SipStation(SipSettings settings, DeviceSecrets secrets, DeviceEvents events, Clock clock) {
        board = new Switchboard(settings, clock, events);
        registrar = new Registrar(board, secrets, toGreet::add);
        subscriptions = new Subscriptions(board);
        commands = new Commands(board);
        calls = new Calls(board, commands);
        inquiries = new Inquiries(board);
        desk = new MessageDesk(board, calls::recordingEnded, inquiries);
    }

    /** Opens the port; throws when it is taken. */
    public void start() throws IOException {
        SipTimes times = board.times();
        board.open(new SipDoor(board.settings(), new Hearing(), board.faults()));
        Duration sweep = times.offlineAfter().dividedBy(10);
        board.every(sweep.compareTo(Duration.ofSeconds(5)) < 0 ? sweep : Duration.ofSeconds(5), registrar::sweep);
        board.every(GREETING_PAUSE, this::greetSome);
    }

    /** Stops what turns, ends the streams, closes the port. */
    @Override
    public void close() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        board.run(() -> {
            commands.stopAll();
            calls.endAll();
            inquiries.endAll();
            done.complete(true);
        });
        try {
            done.get(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            board.faults().count("sip-close-failed");
        }
        board.close();
    }

    /** The pictures of a channel; nothing happens before it is opened. Its sockets live in the given loop. */
    public InviteSource source(StreamRequest request, EventLoop loop) {
        return new InviteSource(board, calls, request, loop);
    }

    /** Every device that has signed in since the start, online or not. */
    public List<Device> devices() {
        return board.devices().values().stream().map(DeviceState::view).toList();
    }

    public Optional<Device> findDevice(String deviceId) {
        return Optional.ofNullable(board.devices().get(deviceId)).map(DeviceState::view);
    }

    /** What devices and strangers did wrong since the start, counted by code. */
    public Map<String, Long> faults() {
        return board.faults().snapshot();
    }

    /** From now on the device is nobody until it signs in again, as when its password was changed. */
    public void signOut(String deviceId) {
        board.run(() -> registrar.signOut(deviceId));
    }

    /** Asks for the channels again; they come through the events. */
    public void askCatalogue(String deviceId) {
        board.run(() -> online(deviceId).ifPresent(device -> ask(device, "Catalog")));
    }

    /** Asks for the device's health; it comes through the events. */
    public void askStatus(String deviceId) {
        board.run(() -> online(deviceId).ifPresent(device -> ask(device, "DeviceStatus")));
    }

    /** Asks a camera for a key picture, at most every two seconds: its stream is many people's. */
    public void askKeyframe(String deviceId, String channelId) {
        board.run(() -> online(deviceId).ifPresent(device -> commands.keyframeNowAndThen(device, channelId)));
    }

    /** Moves a camera for at most five seconds, then stops it; {@link PtzMove#STOP} stops it now. */
    public CompletionStage<CommandResult> move(String deviceId, String channelId, PtzMove move, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_MOVE) > 0) {
            throw new IllegalArgumentException("time must be 0 to 5 s, was " + time.toMillis() + " ms");
        }
        return withDevice(deviceId, (device, result) -> commands.move(device, channelId, move, time, result));
    }

    /** Stores, calls or deletes a direction; number 1 to 255. */
    public CompletionStage<CommandResult> preset(String deviceId, String channelId, PresetAction action, int number) {
        if (number < 1 || number > 255) {
            throw new IllegalArgumentException("number must be 1 to 255, was " + number);
        }
        return withDevice(deviceId, (device, result) -> commands.preset(device, channelId, action, number, result));
    }

    /** Turns a camera of the 2022 text to where it should stand; it stops there by itself. */
    public CompletionStage<CommandResult> aim(String deviceId, String channelId, PtzTarget target) {
        return withDevice(deviceId, (device, result) -> commands.aim(device, channelId, target, result));
    }

    /** What a device has recorded, sorted; the answer comes within bounded time, whatever the device does. */
    public CompletionStage<Findings<RecordedSpan>> recordings(String deviceId, String channelId, RecordingQuery query) {
        CompletableFuture<Findings<RecordedSpan>> result = new CompletableFuture<>();
        inquire(
                deviceId,
                result,
                device -> inquiries.ask(
                        new Inquiry<>(device, channelId, "RecordInfo", item -> RecordedSpan.read(item, query), result),
                        query::writeTo));
        return result.thenApply(query::only);
    }

    /** The stored directions that a camera itself tells, by number; within the same time. */
    public CompletionStage<Findings<DevicePreset>> presets(String deviceId, String channelId) {
        CompletableFuture<Findings<DevicePreset>> result = new CompletableFuture<>();
        inquire(
                deviceId,
                result,
                device -> inquiries.ask(
                        new Inquiry<>(device, channelId, "PresetQuery", DevicePreset::read, result), text -> {}));
        return result;
    }

    private <T> void inquire(String deviceId, CompletableFuture<Findings<T>> result, Consumer<DeviceState> question) {
        board.run(() -> online(deviceId)
                .ifPresentOrElse(question, () -> result.complete(Findings.without(Findings.Outcome.NOT_REGISTERED))));
    }

    private CompletionStage<CommandResult> withDevice(
            String deviceId, BiConsumer<DeviceState, CompletableFuture<CommandResult>> action) {
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        board.run(() -> online(deviceId)
                .ifPresentOrElse(
                        device -> action.accept(device, result), () -> result.complete(CommandResult.NOT_REGISTERED)));
        return result;
    }

    private Optional<DeviceState> online(String deviceId) {
        return Optional.ofNullable(board.devices().get(deviceId)).filter(DeviceState::isOnline);
    }

    private void greetSome() {
        for (int i = 0; i < GREETINGS_AT_ONCE && !toGreet.isEmpty(); i++) {
            DeviceState device = toGreet.remove();
            if (device.isOnline()) {
                ask(device, "DeviceInfo");
                ask(device, "Catalog");
                subscriptions.begin(device);
            }
        }
    }

    private void ask(DeviceState device, String what) {
        ask(device, what, ASKED_AGAIN);
    }

    private void ask(DeviceState device, String what, int again) {
        if (what.equals("Catalog")) {
            device.catalogue().ask();
            desk.tellWhenQuiet(device, board.times().catalogue());
        }
        board.message(device, device.id(), Manscdp.query(what, board.nextSerial(), device.id()), answer -> {
            if (answer.isGood()) {
                return;
            }
            board.faults().count("gb-query-refused");
            if (what.equals("Catalog") && answer.response() != null && again > 0) {
                // it may not have noticed yet that it is signed in
                board.after(SOON, () -> {
                    if (device.isOnline()) {
                        ask(device, what, again - 1);
                    }
                });
            }
        });
    }

    /** Brings what comes in into the station's thread. */
    private final class Hearing implements SipDoor.Hearer {

        @Override
        public void request(Incoming incoming) {
            board.hear(() -> route(incoming));
        }

        @Override
        public void strayAnswer(String callId, Answer answer) {
            board.hear(() -> calls.strayAnswer(callId, answer));
        }

        private void route(Incoming incoming) {
            switch (incoming.method()) {
                case Request.REGISTER -> registrar.register(incoming);
                case Request.MESSAGE, Request.NOTIFY -> desk.take(incoming);
                case Request.BYE -> calls.bye(incoming);
                case Request.OPTIONS, Request.INFO -> board.door().reply(incoming, Response.OK);
                case Request.ACK -> {}
                case Request.INVITE -> board.door().reply(incoming, Response.NOT_ACCEPTABLE_HERE);
                default -> board.door().reply(incoming, Response.METHOD_NOT_ALLOWED);
            }
        }
    }
}
