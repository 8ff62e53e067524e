package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many RTSP cameras in one: every connection gets the clip over and over, at its rate, each from another moment on. */
final class MediaFarm implements AutoCloseable {

    private static final long STEP_NANOS = 1_000_000_000L / MediaClip.RATE;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MediaClip clip;
    private final int port;
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    MediaFarm(MediaClip clip) throws IOException {
        this.clip = clip;
        this.door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        ServerSocket first = door;
        daemon(() -> welcome(first));
    }

    int port() {
        return port;
    }

    /** How often somebody asked for pictures. */
    int visits() {
        return visits.get();
    }

    /** Pictures so far, of all cameras. */
    long sent() {
        return sent.get();
    }

    /** All cameras are gone: who calls is refused. */
    void goDown() throws IOException {
        door.close();
        for (Socket visitor : visitors) {
            visitor.close();
        }
    }

    /** All cameras are there again, under the same address. */
    void comeBack() throws IOException {
        ServerSocket again = new ServerSocket(port, 1_000, InetAddress.getLoopbackAddress());
        door = again;
        daemon(() -> welcome(again));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(null, work, "bench", 128 << 10);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket visitor = open.accept();
                visitors.add(visitor);
                daemon(() -> serve(visitor));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            boolean playing = false;
            while (!playing) {
                String request = in.readLine();
                if (request == null) {
                    return;
                }
                playing = request.startsWith("PLAY");
                out.write(answer(request, header(in, "CSeq")).getBytes(StandardCharsets.US_ASCII));
            }
            play(out);
        } catch (IOException e) {
            // the visitor has gone
        } finally {
            visitors.remove(socket);
        }
    }

    // reads the rest of the request
    private static String header(BufferedReader in, String name) throws IOException {
        String value = "0";
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                value = line.substring(name.length() + 1).strip();
            }
            line = in.readLine();
        }
        return value;
    }

    private String answer(String request, String sequence) {
        String head = "RTSP/1.0 200 OK\r\nCSeq: " + sequence + "\r\nSession: 1\r\n";
        if (request.startsWith("DESCRIBE")) {
            String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=bench\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
                    + "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets="
                    + clip.parameterSets + "\r\na=control:track1\r\n";
            return head + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        }
        if (request.startsWith("SETUP")) {
            return head + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
        }
        return head + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN\r\n\r\n";
    }

    private void play(OutputStream out) throws IOException {
        int visit = visits.getAndIncrement();
        int picture = visit * 7 % clip.pictures.size();
        int sequence = 0;
        int time = 0;
        long due = System.nanoTime() + visit * 1_237_001L % STEP_NANOS;
        while (true) {
            LockSupport.parkNanos(due - System.nanoTime());
            if (System.nanoTime() - due < 0) {
                continue;
            }
            MediaClip.Picture next = clip.pictures.get(picture);
            byte[] bytes = next.bytes().clone();
            ByteBuffer packets = ByteBuffer.wrap(bytes);
            for (int header : next.headers()) {
                packets.putShort(header + 2, (short) sequence++).putInt(header + 4, time);
            }
            stamp(bytes, next.clock());
            out.write(bytes);
            sent.incrementAndGet();
            picture = (picture + 1) % clip.pictures.size();
            time += 90_000 / MediaClip.RATE;
            due += STEP_NANOS;
        }
    }

    private static void stamp(byte[] bytes, int at) {
        long now = System.nanoTime();
        for (int i = 15; i >= 0; i--) {
            bytes[at + i] = HEX[(int) (now & 15)];
            now >>>= 4;
        }
    }
}
