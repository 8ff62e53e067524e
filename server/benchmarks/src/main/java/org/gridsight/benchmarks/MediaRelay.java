package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.gridsight.media.fmp4.StreamPart;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.CloseCause;
import org.gridsight.media.net.Connection;
import org.gridsight.media.net.ConnectionHandler;
import org.gridsight.media.net.ConnectionLimits;
import org.gridsight.media.net.EventLoops;
import org.gridsight.media.net.Listener;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.jspecify.annotations.Nullable;

/**
 * The product's media path alone in a process: RTSP client, hub, fragments, to viewers over plain TCP who send a camera's
 * number and a line feed. Asked for {@code heap} on standard input it tells what lives on its heap.
 */
final class MediaRelay {

    private static final ConnectionLimits VIEWERS =
            new ConnectionLimits(Duration.ofSeconds(5), Duration.ZERO, 1 << 20, 0);

    private MediaRelay() {}

    public static void main(String[] arguments) throws IOException, RefusedAddress {
        InetSocketAddress farm =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + farm.getPort() + "/");
        EventLoops loops = new EventLoops("media", 2);
        HubTimer timer = HubTimer.of(Executors.newSingleThreadScheduledExecutor(), Clock.systemUTC());
        StreamHubs hubs = new StreamHubs(
                camera -> new RtspSource(loops.next(), RtspTarget.of(farm, url)), HubSettings.usual(), timer);
        System.out.println(serve(hubs, loops));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println((runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
        hubs.close();
        loops.close();
    }

    /** Opens the door for viewers; answers its port. */
    static int serve(StreamHubs hubs, EventLoops loops) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Listener listener = loops.next().listen(here, VIEWERS, caller -> Optional.of(new Watching(hubs)));
        return listener.local().getPort();
    }

    /** One viewer's connection; what does not fit into its queue waits in the hub's. */
    private static final class Watching implements ConnectionHandler {

        private final StreamHubs hubs;
        private @Nullable Viewer viewer;
        private @Nullable StreamPart unsent;
        private int camera;

        Watching(StreamHubs hubs) {
            this.hubs = hubs;
        }

        @Override
        public void readable(Connection connection, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                int digit = bytes.get();
                if (digit == '\n') {
                    viewer = hubs.of("camera " + camera).watch(ready -> send(connection, ready));
                } else {
                    camera = camera * 10 + digit - '0';
                }
            }
        }

        @Override
        public void writable(Connection connection) {
            Viewer waiting = viewer;
            if (waiting != null) {
                send(connection, waiting);
            }
        }

        @Override
        public void closed(Connection connection, CloseCause cause) {
            Viewer leaving = viewer;
            if (leaving != null) {
                leaving.close();
            }
        }

        private synchronized void send(Connection connection, Viewer from) {
            StreamPart part = unsent != null ? unsent : from.poll();
            while (part != null && connection.write(part.bytes())) {
                part = from.poll();
            }
            unsent = part;
        }
    }
}
