package org.gridsight.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoops;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;

/**
 * Processor time of the whole Java process per RTSP stream of 2 Mbit/s, pictures made and thrown away, and the time from the
 * camera's write to the picture. The cameras run in a process of their own.
 */
final class RtspLoad {

    private RtspLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        boolean packets = given.text("packets", "true").equals("true");
        Process cameras = cameras(packets);
        try (EventLoops loops = new EventLoops("rtsp-load", given.number("threads", 2))) {
            BufferedReader out = cameras.inputReader(StandardCharsets.US_ASCII);
            int port = Integer.parseInt(out.readLine());
            List<Stream> streams = new ArrayList<>();
            for (String count : given.text("streams", "30,100").split(",")) {
                while (streams.size() < Integer.parseInt(count)) {
                    Stream stream = new Stream(loops, port);
                    streams.add(stream);
                }
                TimeUnit.SECONDS.sleep(given.number("warm", 15));
                measure(streams, packets, given.number("seconds", 20));
            }
            streams.forEach(Stream::close);
        } finally {
            cameras.destroyForcibly();
        }
    }

    private static Process cameras(boolean packets) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RtspCameras.class.getName(),
                        "--packets",
                        String.valueOf(packets))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void measure(List<Stream> streams, boolean packets, int seconds) throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        streams.forEach(Stream::reset);
        long from = System.nanoTime();
        long used = system.getProcessCpuTime();
        TimeUnit.SECONDS.sleep(seconds);
        double share = (double) (system.getProcessCpuTime() - used) / (System.nanoTime() - from);
        Latencies latencies = new Latencies();
        int pictures = 0;
        int faults = 0;
        for (Stream stream : streams) {
            pictures += stream.take(latencies);
            faults += stream.faults.get();
        }
        String result = String.format(
                Locale.ROOT,
                "%.3f %% of a core per stream; %.1f pictures/s each; %d faults; write to picture: %s",
                share * 100 / streams.size(),
                (double) pictures / seconds / streams.size(),
                faults,
                latencies.summary());
        Row.print(
                RtspLoad.class,
                streams.size() + " streams of 2 Mbit/s, a write per " + (packets ? "packet" : "picture"),
                result,
                "0.15 % end to end");
    }

    /** One stream and what came of it. */
    private static final class Stream implements SourceEvents {

        private final RtspSource source;
        private final AtomicInteger faults = new AtomicInteger();
        // written by the loop, read when its lock is held
        private final List<Long> nanos = new ArrayList<>();

        Stream(EventLoops loops, int port) {
            CameraUrl url = new CameraUrl("127.0.0.1", port, "/load", Optional.empty());
            source = new RtspSource(
                    loops.next(), RtspTarget.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), url));
            source.open(this);
        }

        synchronized void reset() {
            nanos.clear();
        }

        synchronized int take(Latencies all) {
            nanos.forEach(all::add);
            return nanos.size();
        }

        void close() {
            source.close();
        }

        @Override
        public void reached(StreamStep step) {
            // not measured
        }

        @Override
        public void format(VideoFormat format) {
            // not measured
        }

        @Override
        public synchronized void picture(AccessUnit unit) {
            nanos.add(System.nanoTime() - ByteBuffer.wrap(unit.sample()).getLong(RtspFilm.TIME_IN_SAMPLE));
        }

        @Override
        public void fault(MediaFault fault) {
            faults.incrementAndGet();
        }

        @Override
        public void ended(MediaFault cause) {
            System.err.println("ended: " + cause);
        }
    }
}
