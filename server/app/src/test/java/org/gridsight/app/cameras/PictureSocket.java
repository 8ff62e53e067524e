package org.gridsight.app.cameras;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gridsight.media.gb28181.PlayingDevice;
import org.jspecify.annotations.Nullable;

/** A player without a screen: keeps the formats and the kinds of boxes it was sent, in order. */
final class PictureSocket implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(3);

    private final Collector collector;
    private final WebSocket socket;

    private PictureSocket(Collector collector, WebSocket socket) {
        this.collector = collector;
        this.socket = socket;
    }

    static PictureSocket open(int port, String path, String token) {
        Collector collector = new Collector();
        return new PictureSocket(collector, handshake(port, path, token, collector));
    }

    private static WebSocket handshake(int port, String path, String token, WebSocket.Listener listener) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(LIMIT);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder.buildAsync(URI.create("ws://localhost:" + port + path), listener)
                .join();
    }

    /** The status a handshake is answered with. */
    static int status(int port, String path, String token) {
        try {
            handshake(port, path, token, new WebSocket.Listener() {}).abort();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    /** Waits for so many frames and names them: the text itself, or the first box, such as ftyp or moof. */
    List<String> await(int frames) {
        Awaitility.await().atMost(LIMIT).until(() -> collector.frames.size() >= frames);
        return List.copyOf(collector.frames);
    }

    /** The numbers that a {@link PlayingDevice} has put into its pictures, in the order they came. */
    List<Integer> awaitNumbers(int pictures) {
        Awaitility.await().atMost(LIMIT).until(() -> collector.numbers.size() >= pictures);
        return List.copyOf(collector.numbers);
    }

    /** True when so many frames come before the other side ends it. */
    boolean showsBeforeItEnds(int frames) {
        Awaitility.await().atMost(LIMIT).until(() -> collector.frames.size() >= frames || collector.closeCode != null);
        return collector.closeCode == null;
    }

    /** Says something to the other side. */
    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Waits for a text that holds all of the words. */
    String awaitText(String... words) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> collector.frames.stream()
                                .filter(frame -> frame.startsWith("{"))
                                .filter(frame -> Stream.of(words).allMatch(frame::contains))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    long pictures() {
        return collector.frames.stream().filter("moof"::equals).count();
    }

    boolean isOpen() {
        return collector.closeCode == null;
    }

    /** All that has come as one film: what its format needs, and the pictures. */
    byte[] movie() {
        return collector.movie.toByteArray();
    }

    int awaitClose() {
        Awaitility.await().atMost(LIMIT).until(() -> collector.closeCode != null);
        Integer code = collector.closeCode;
        return code == null ? 0 : code;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        socket.abort();
    }

    /** Written by the one thread that delivers frames at a time, read by the test. */
    private static final class Collector implements WebSocket.Listener {
        private static final Pattern NUMBER = Pattern.compile(PlayingDevice.MARK + "(\\d+);");

        private final List<String> frames = new CopyOnWriteArrayList<>();
        private final List<Integer> numbers = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ByteArrayOutputStream movie = new ByteArrayOutputStream();
        private volatile @Nullable Integer closeCode;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                byte[] frame = bytes.toByteArray();
                frames.add(new String(frame, 4, 4, StandardCharsets.US_ASCII));
                Matcher number = NUMBER.matcher(new String(frame, StandardCharsets.ISO_8859_1));
                if (number.find()) {
                    numbers.add(Integer.valueOf(number.group(1)));
                }
                movie.write(frame, 0, frame.length);
                bytes.reset();
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closeCode = statusCode;
            return CompletableFuture.completedFuture(reason);
        }
    }
}
