package org.gridsight.app.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The way between a browser and the product, one connection a request. When it is bad, it loses three of ten requests to
 * the product's data, half of them with the answer only, and brings others twice, at once or much later.
 */
final class BadNetwork implements AutoCloseable {

    /** What becomes of a request. */
    enum Fate {
        DELIVERED,
        LOST,
        ANSWER_LOST,
        /** The browser sees the answer to the second. */
        TWICE,
        TWICE_AT_ONCE,
        AGAIN_LATER
    }

    private static final List<Fate> REPEATED = List.of(Fate.TWICE, Fate.TWICE_AT_ONCE, Fate.AGAIN_LATER);

    /** So many wait before the oldest of them comes a second time. */
    private static final int LATE = 12;

    private final URI product;
    private final Random random;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Fate, Integer> fates = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<byte[]> late = new ConcurrentLinkedQueue<>();
    private volatile boolean bad;

    BadNetwork(URI product, long seed) throws IOException {
        this.product = product;
        random = new Random(seed);
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    URI address() {
        return URI.create("http://" + product.getHost() + ":" + door.getLocalPort());
    }

    void turnBad() {
        bad = true;
    }

    /** How many requests met each fate. */
    Map<Fate, Integer> fates() {
        return Map.copyOf(fates);
    }

    /** Nothing more goes through; what was to come a second time has come when this returns. */
    @Override
    public void close() throws IOException {
        door.close();
        late.forEach(request -> threads.execute(() -> repeat(request)));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IOException("some requests never ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void listen() {
        try {
            while (!door.isClosed()) {
                Socket browser = door.accept();
                threads.execute(() -> serve(browser));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket browser) {
        try (browser) {
            byte[] request = request(new BufferedInputStream(browser.getInputStream()));
            String line = new String(request, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
            if (line.isEmpty() || line.contains(" /live")) {
                return;
            }
            byte[] answer = line.contains(" /api/") && bad ? meet(draw(), request) : forward(request);
            browser.getOutputStream().write(answer);
        } catch (IOException cut) {
            // the page was killed, or looks away
        }
    }

    private synchronized Fate draw() {
        int dice = random.nextInt(100);
        Fate fate = dice < 15
                ? Fate.LOST
                : dice < 30 ? Fate.ANSWER_LOST : dice < 40 ? REPEATED.get(dice % 3) : Fate.DELIVERED;
        fates.merge(fate, 1, Integer::sum);
        return fate;
    }

    /** No bytes: the browser sees the connection end. */
    private byte[] meet(Fate fate, byte[] request) throws IOException {
        switch (fate) {
            case LOST:
                return new byte[0];
            case ANSWER_LOST:
                forward(request);
                return new byte[0];
            case TWICE:
                forward(request);
                return forward(request);
            case TWICE_AT_ONCE:
                threads.execute(() -> repeat(request));
                return forward(request);
            case AGAIN_LATER:
                late.add(request);
                break;
            case DELIVERED:
                break;
        }
        if (late.size() > LATE) {
            byte[] old = late.poll();
            threads.execute(() -> repeat(old));
        }
        return forward(request);
    }

    private void repeat(byte[] request) {
        try {
            forward(request);
        } catch (IOException e) {
            throw new IllegalStateException("a repetition was not answered", e);
        }
    }

    private byte[] forward(byte[] request) throws IOException {
        try (Socket server = new Socket(product.getHost(), product.getPort())) {
            server.getOutputStream().write(request);
            return server.getInputStream().readAllBytes();
        }
    }

    /** Head and body, with the wish that the connection end after the answer; empty when none came. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        // CR LF CR LF, as a number
        for (int last = 0; last != 0x0d0a0d0a; ) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            last = last << 8 | next;
        }
        String lines = head.toString(StandardCharsets.ISO_8859_1);
        int length = lines.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return new byte[0];
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                lines.replaceFirst("(?im)^connection:.*$", "Connection: close").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
