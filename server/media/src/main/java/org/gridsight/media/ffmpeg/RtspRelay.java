package org.gridsight.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * The one way of a child to its camera: it calls a port of this machine, once, and is put through to the address that was
 * checked. FFmpeg would follow a redirect to anywhere, so an answer that names another place ends the line before the child
 * hears of it.
 */
final class RtspRelay implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int WAIT_FOR_CHILD_MILLIS =
            (int) Duration.ofSeconds(60).toMillis();
    private static final byte[] LOCATION = {'l', 'o', 'c', 'a', 't', 'i', 'o', 'n', ':'};

    private final ServerSocket door;
    private final InetSocketAddress camera;
    private final Socket far = new Socket();
    private volatile Socket near = new Socket();
    private volatile boolean redirected;

    RtspRelay(InetSocketAddress camera) throws IOException {
        this.camera = camera;
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        door.setSoTimeout(WAIT_FOR_CHILD_MILLIS);
        thread(this::putThrough);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether the camera named another place. */
    boolean isRedirected() {
        return redirected;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "rtsp-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void putThrough() {
        try (door) {
            Socket child = door.accept();
            near = child;
            far.setTcpNoDelay(true);
            far.connect(camera, CONNECT_MILLIS);
            thread(() -> pump(child, far, false));
            pump(far, child, true);
        } catch (IOException gone) {
            // one side has gone: so does the other, and the child tells its end
            close();
        }
    }

    private void pump(Socket from, Socket to, boolean watched) {
        byte[] room = new byte[64 * 1024];
        RedirectWatch watch = new RedirectWatch();
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(room); count >= 0; count = in.read(room)) {
                if (watched && watch.sees(room, count)) {
                    redirected = true;
                    return;
                }
                out.write(room, 0, count);
            }
        } catch (IOException gone) {
            // both sockets are closed on the way out
            return;
        }
    }

    @Override
    public void close() {
        for (AutoCloseable one : new AutoCloseable[] {door, far, near}) {
            try {
                one.close();
            } catch (Exception gone) {
                // closing is all that was wanted
                continue;
            }
        }
    }

    /**
     * Looks for the header Location, in whatever letters and however cut. FFmpeg passes over carriage returns, and packets may
     * stand between two lines, so it is looked for everywhere.
     */
    static final class RedirectWatch {

        private int seen;

        boolean sees(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                if (bytes[i] == '\r') {
                    continue;
                }
                int letter = bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] | 0x20 : bytes[i];
                if (letter != LOCATION[seen]) {
                    seen = letter == LOCATION[0] ? 1 : 0;
                } else if (++seen == LOCATION.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
