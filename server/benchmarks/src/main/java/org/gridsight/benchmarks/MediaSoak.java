package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A wall of 16 tiles for hours: how much memory the media path takes from hour to hour, how often a camera had to be called
 * again, and how many pictures did not arrive. {@code --minutes 120 --tiles 16}.
 */
final class MediaSoak {

    private static final int WARM_UP_SECONDS = 60;
    private static final int SAMPLE_SECONDS = 10;

    private final AtomicLong received = new AtomicLong();
    private final List<double[]> memory = new ArrayList<>();

    private MediaSoak() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        Path folder = Files.createTempDirectory("gridsight-media");
        MediaClip clip = MediaClip.make(folder);
        Files.delete(folder.resolve("clip.h264"));
        Files.delete(folder);
        try (MediaFarm farm = new MediaFarm(clip)) {
            new MediaSoak().run(farm, given.number("tiles", 16), given.number("minutes", 120));
        }
        System.exit(0);
    }

    private void run(MediaFarm farm, int tiles, int minutes) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classpath = System.getProperty("java.class.path");
        Process relay = new ProcessBuilder(
                        java, "-Xmx256m", "-cp", classpath, MediaRelay.class.getName(), String.valueOf(farm.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(relay.getInputStream(), StandardCharsets.US_ASCII))) {
            int port = Integer.parseInt(told.readLine());
            for (int i = 0; i < tiles; i++) {
                int tile = i;
                MediaFarm.daemon(() -> watch(port, tile));
            }
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            long sent = farm.sent();
            long got = received.get();
            int visits = farm.visits();
            double cpu = ProcessUsage.cpuSeconds(List.of(relay));
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < TimeUnit.MINUTES.toNanos(minutes)) {
                TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
                double hours = (System.nanoTime() - begin) / 3.6e12;
                memory.add(new double[] {hours, ProcessUsage.residentMegabytes(List.of(relay))});
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double share = 100 * (ProcessUsage.cpuSeconds(List.of(relay)) - cpu) / seconds;
            long pictures = farm.sent() - sent;
            String on = tiles + " tiles, " + minutes + " min";
            tell(on, pictures, pictures - (received.get() - got), farm.visits() - visits, share);
        } finally {
            relay.destroyForcibly().waitFor();
        }
    }

    private void tell(String on, long pictures, long missing, int again, double cpu) {
        double[] last = memory.get(memory.size() - 1);
        Row.print(
                MediaSoak.class,
                on,
                String.format(
                        Locale.ROOT,
                        "%d pictures, %d of them not there yet or lost; %d cameras called again; RSS %.0f MB at first,"
                                + " %.0f MB at the end, slope %+.1f MB an hour; %.1f %% of a core",
                        pictures,
                        Math.max(0, missing),
                        again,
                        memory.get(0)[1],
                        last[1],
                        slope(),
                        cpu),
                "plays for hours");
    }

    /** Least squares, megabytes an hour; of the second half, when the collector has found its rhythm. */
    private double slope() {
        List<double[]> later = memory.subList(memory.size() / 2, memory.size());
        double meanX = later.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double meanY = later.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double above = 0;
        double below = 0;
        for (double[] point : later) {
            above += (point[0] - meanX) * (point[1] - meanY);
            below += (point[0] - meanX) * (point[0] - meanX);
        }
        return below == 0 ? 0 : above / below;
    }

    private void watch(int port, int tile) {
        try (Socket viewer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            viewer.getOutputStream().write((tile + "\n").getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(viewer.getInputStream());
            while (true) {
                MediaReader.nextPicture(in);
                received.incrementAndGet();
            }
        } catch (IOException over) {
            // the relay has ended: what is missing is counted
        }
    }
}
