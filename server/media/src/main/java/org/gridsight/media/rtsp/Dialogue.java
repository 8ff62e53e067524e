package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one RTSP conversation (RFC 2326): OPTIONS, DESCRIBE, SETUP, PLAY, then signs of life, and TEARDOWN. One
 * request at a time; everything runs in the loop of its connection.
 */
final class Dialogue {

    /** What the conversation is for. */
    interface Partner {

        /** Sends bytes to the camera. */
        void send(byte[] bytes);

        void reached(StreamStep step);

        void fault(MediaFault fault);

        /** The track is chosen; answers how its packets shall come, for the header Transport. */
        String described(SdpVideo video);

        /** The camera has said how its packets will come. */
        void agreed(TransportAnswer answer);

        /** There is sound beside it; answers how it shall come, or nothing when it shall not. */
        String described(SdpSound sound);

        /** As {@link #agreed}, for the sound. */
        void agreedSound(TransportAnswer answer);

        /** Nothing will come of it. */
        void failed(MediaFault cause);
    }

    private enum Stage {
        OPTIONS,
        DESCRIBE,
        SETUP,
        SETUP_SOUND,
        PLAY,
        PLAYING
    }

    private static final int MAX_TRIES = 3;

    private record Request(String method, String uri, String headers) {}

    private final Partner partner;
    private final String url;
    private final @Nullable Authorization authorization;
    private final RtspSession session = new RtspSession();
    private Stage stage = Stage.OPTIONS;
    private @Nullable Request pending;
    private Optional<SdpSound> sound = Optional.empty();
    private String base;
    private String aggregateUri;
    private int sequence;
    private int tries;
    private long askedNanos;

    Dialogue(String url, @Nullable Authorization authorization, Partner partner) {
        this.url = url;
        this.base = url;
        this.aggregateUri = url;
        this.authorization = authorization;
        this.partner = partner;
    }

    void begin() {
        ask("OPTIONS", url, "");
    }

    /** Since when an answer is awaited, in nanoseconds; 0 when none is, or none that matters. */
    long askedNanos() {
        return pending == null || stage == Stage.PLAYING ? 0 : askedNanos;
    }

    boolean isPlaying() {
        return stage == Stage.PLAYING;
    }

    /** How long the camera holds the session without a sign of life. */
    int timeoutSeconds() {
        return session.timeoutSeconds();
    }

    /** Tells the camera that somebody still watches. Nothing while the last sign has not been answered. */
    void signOfLife() {
        if (pending == null) {
            ask(session.knows("GET_PARAMETER") ? "GET_PARAMETER" : "OPTIONS", aggregateUri, "");
        }
    }

    /** Says goodbye when there is a session; false when there is nothing to end. */
    boolean tearDown() {
        if (session.id().isEmpty()) {
            return false;
        }
        ask("TEARDOWN", aggregateUri, "");
        return true;
    }

    void message(RtspMessage message) {
        if (message.isResponse()) {
            answer(message);
        } else {
            request(message);
        }
    }

    /** What a camera may ask of us; the answer is short. */
    private void request(RtspMessage message) {
        String line = switch (message.method()) {
            case "OPTIONS", "GET_PARAMETER", "SET_PARAMETER", "ANNOUNCE" -> "200 OK";
            default -> "501 Not Implemented";
        };
        int number = message.number("cseq");
        partner.send(("RTSP/1.0 " + line + "\r\n" + (number < 0 ? "" : "CSeq: " + number + "\r\n") + "\r\n")
                .getBytes(UTF_8));
        if (message.method().equals("REDIRECT")) {
            partner.failed(RtspFaults.REDIRECT);
        } else if (message.method().equals("TEARDOWN")) {
            partner.failed(new MediaFault("rtsp-teardown", "the camera ended the session"));
        }
    }

    private void answer(RtspMessage message) {
        @Nullable Request asked = pending;
        int number = message.number("cseq");
        if (asked == null || (number >= 0 && number < sequence)) {
            partner.fault(new MediaFault("rtsp-unasked", "an answer to nothing that was asked"));
            return;
        }
        session.read(message);
        if (message.status() < 200) {
            return;
        }
        if (message.status() == 401) {
            askAgain(message, asked);
            return;
        }
        pending = null;
        if (message.status() >= 300 && message.status() < 400) {
            partner.failed(RtspFaults.REDIRECT);
        } else if (message.status() >= 400 && stage == Stage.SETUP_SOUND) {
            partner.fault(new MediaFault("sound-refused", "the camera gives its pictures, but not its sound"));
            play();
        } else if (message.status() >= 400 && stage != Stage.OPTIONS && stage != Stage.PLAYING) {
            partner.failed(RtspFaults.refusal(asked.method(), message.status()));
        } else {
            goOn(message);
        }
    }

    private void askAgain(RtspMessage message, Request asked) {
        @Nullable Authorization login = authorization;
        Optional<Challenge> challenge = Challenge.strongest(message.all("www-authenticate"));
        if (login == null) {
            partner.failed(RtspFaults.LOGIN_MISSING);
        } else if (challenge.isEmpty()) {
            partner.failed(RtspFaults.LOGIN_UNKNOWN);
        } else if (!login.accept(challenge.get()) || tries >= MAX_TRIES) {
            partner.failed(RtspFaults.LOGIN_WRONG);
        } else {
            send(asked);
        }
    }

    private void goOn(RtspMessage message) {
        switch (stage) {
            case OPTIONS -> {
                partner.reached(StreamStep.REGISTERED);
                stage = Stage.DESCRIBE;
                ask("DESCRIBE", url, "Accept: application/sdp\r\n");
                partner.reached(StreamStep.INVITED);
            }
            case DESCRIBE -> described(message);
            case SETUP -> setUp(message);
            case SETUP_SOUND -> {
                partner.agreedSound(
                        TransportAnswer.parse(message.header("transport").orElse("")));
                play();
            }
            case PLAY -> {
                stage = Stage.PLAYING;
                partner.reached(StreamStep.ANSWERED);
            }
            case PLAYING -> {
                if (message.status() == 454) {
                    partner.failed(RtspFaults.refusal("GET_PARAMETER", 454));
                }
            }
        }
    }

    private void described(RtspMessage message) {
        Optional<SdpVideo> found = Sdp.video(message.body());
        if (found.isEmpty()) {
            partner.failed(
                    message.body().isBlank()
                            ? new MediaFault("sdp-empty", "the camera describes nothing")
                            : Sdp.whyNot(message.body()));
            return;
        }
        SdpVideo video = found.get();
        sound = Sdp.sound(message.body());
        base = message.header("content-base")
                .or(() -> message.header("content-location"))
                .filter(RtspUris::isAbsolute)
                .orElse(url);
        aggregateUri = RtspUris.resolve(base, video.sessionControl());
        stage = Stage.SETUP;
        String transport = partner.described(video);
        if (!transport.isEmpty()) {
            ask("SETUP", RtspUris.resolve(base, video.control()), "Transport: " + transport + "\r\n");
        }
    }

    private void setUp(RtspMessage message) {
        partner.agreed(TransportAnswer.parse(message.header("transport").orElse("")));
        String transport = sound.map(partner::described).orElse("");
        if (transport.isEmpty()) {
            play();
            return;
        }
        stage = Stage.SETUP_SOUND;
        String control = sound.map(SdpSound::control).orElse("");
        ask("SETUP", RtspUris.resolve(base, control), "Transport: " + transport + "\r\n");
    }

    private void play() {
        stage = Stage.PLAY;
        ask("PLAY", aggregateUri, "Range: npt=0.000-\r\n");
    }

    private void ask(String method, String uri, String headers) {
        tries = 0;
        send(new Request(method, uri, headers));
    }

    private void send(Request request) {
        pending = request;
        tries++;
        sequence++;
        askedNanos = System.nanoTime();
        StringBuilder text = new StringBuilder(request.method())
                .append(' ')
                .append(request.uri())
                .append(" RTSP/1.0\r\nCSeq: ")
                .append(sequence)
                .append("\r\nUser-Agent: GridSight\r\n");
        session.id().ifPresent(id -> text.append("Session: ").append(id).append("\r\n"));
        if (authorization != null) {
            authorization
                    .header(request.method(), request.uri())
                    .ifPresent(value ->
                            text.append("Authorization: ").append(value).append("\r\n"));
        }
        partner.send(text.append(request.headers()).append("\r\n").toString().getBytes(UTF_8));
    }
}
