package org.gridsight.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many cameras in a process of their own, so that their work is not counted with the product's. Prints its port; every caller
 * gets the film from its beginning. With {@code --packets true} each packet is a write of its own, as cameras do; else each
 * picture.
 */
final class RtspCameras {

    private static final int RATE = 25;

    private RtspCameras() {}

    public static void main(String[] arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        int bits = given.number("bits", 2_000_000);
        boolean packets = given.text("packets", "true").equals("true");
        try (ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            for (int i = 0; true; i++) {
                Socket socket = server.accept();
                long phase = i * 7_919_000L % (1_000_000_000L / RATE);
                start(() -> serve(socket, new RtspFilm(bits), packets, phase));
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "camera");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket socket, RtspFilm film, boolean packets, long phase) {
        try (socket) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            String method = "";
            String number = "1";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answer(out, method, number);
                    if (method.equals("PLAY")) {
                        start(() -> play(out, film, packets, phase));
                    }
                    method = "";
                } else if (method.isEmpty()) {
                    method = line.substring(0, line.indexOf(' '));
                } else if (line.toLowerCase(Locale.ROOT).startsWith("cseq:")) {
                    number = line.substring(5).strip();
                }
            }
        } catch (IOException e) {
            // the caller went away
            return;
        }
    }

    private static void answer(OutputStream out, String method, String number) throws IOException {
        String body = method.equals("DESCRIBE") ? RtspFilm.description() : "";
        String head = "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\nSession: 1;timeout=60\r\n"
                + "Public: OPTIONS, GET_PARAMETER\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        synchronized (out) {
            out.write((head + body).getBytes(US_ASCII));
        }
    }

    private static void play(OutputStream out, RtspFilm film, boolean packets, long phase) {
        long begin = System.nanoTime() + phase;
        try {
            for (long i = 0; true; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / RATE;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                ByteBuffer picture = film.next(System.nanoTime());
                synchronized (out) {
                    write(out, picture, packets);
                }
            }
        } catch (IOException e) {
            // the caller went away
            return;
        }
    }

    private static void write(OutputStream out, ByteBuffer picture, boolean packets) throws IOException {
        int at = 0;
        while (at < picture.capacity()) {
            int length = packets ? 4 + (picture.getShort(at + 2) & 0xffff) : picture.capacity();
            out.write(picture.array(), at, length);
            at += length;
        }
    }
}
