package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A camera of the test tree: serves one film over RTSP on this machine, with the manners a test asks for. */
public final class RtspCamera implements AutoCloseable {

    private final Film film;
    private final RtspManners manners;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public RtspCamera(Film film, RtspManners manners) {
        this(film, manners, 0);
    }

    /** At a port of its own, so that it can come back where it was. */
    public RtspCamera(Film film, RtspManners manners, int port) {
        this.film = film;
        this.manners = manners;
        try {
            server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /** The requests so far, each whole. */
    public List<String> heard() {
        return heard;
    }

    /** How many requests of a method came. */
    public long count(String method) {
        return heard.stream().filter(text -> text.startsWith(method + " ")).count();
    }

    /** From now on, or no longer: whoever comes finds the wire cut, and whoever is there is cut off. */
    public void cutOff(boolean cut) {
        isCut = cut;
        if (cut) {
            cut();
        }
    }

    /** Cuts the wire of everybody. */
    public void cut() {
        sockets.forEach(RtspCamera::closeQuietly);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (isCut) {
                    closeQuietly(socket);
                    continue;
                }
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            RtspVisit visit = new RtspVisit(film, manners, socket);
            StringBuilder request = new StringBuilder();
            int next = socket.getInputStream().read();
            while (next >= 0) {
                request.append((char) next);
                if (request.indexOf("\r\n\r\n") >= 0) {
                    String text = request.toString();
                    request.setLength(0);
                    heard.add(text);
                    visit.answer(text);
                }
                next = socket.getInputStream().read();
            }
            visit.stop();
        } catch (IOException e) {
            // the client went away, which tests do all the time
            sockets.remove(socket);
        } finally {
            sockets.remove(socket);
        }
    }

    static void start(Runnable work) {
        Thread thread = new Thread(work, "camera");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
