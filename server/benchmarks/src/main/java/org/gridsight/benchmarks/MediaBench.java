package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Streams of 2 Mbit/s from RTSP to one viewer each: the product's media path in a process of its own, and beside it, in the
 * same run, FFmpeg's {@code -c copy} remux of the same streams. This process plays the cameras and the viewers.
 */
final class MediaBench {

    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final int JOINS = 200;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final MediaFarm farm;
    private final List<Process> processes = new ArrayList<>();
    private final MediaReader reader = new MediaReader();

    private MediaBench(MediaFarm farm) {
        this.farm = farm;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gridsight-media");
        MediaClip clip = MediaClip.make(folder);
        Files.delete(folder.resolve("clip.h264"));
        Files.delete(folder);
        int most = new Arguments(arguments).number("streams", 200);
        try (MediaFarm farm = new MediaFarm(clip)) {
            for (int streams : new int[] {30, 100, 200}) {
                if (streams <= most) {
                    new MediaBench(farm).ours(streams);
                }
                if (streams <= Math.min(100, most)) {
                    new MediaBench(farm).peer(streams);
                }
            }
        }
    }

    private void ours(int streams) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classpath = System.getProperty("java.class.path");
        Process relay = new ProcessBuilder(
                        java, "-Xmx1g", "-cp", classpath, MediaRelay.class.getName(), String.valueOf(farm.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(relay);
        try {
            BufferedReader told =
                    new BufferedReader(new InputStreamReader(relay.getInputStream(), StandardCharsets.US_ASCII));
            int port = Integer.parseInt(told.readLine());
            for (int i = 0; i < streams; i++) {
                Socket viewer = watch(port, i);
                MediaFarm.daemon(() -> read(viewer));
            }
            String usage = measure(streams);
            Latencies joins = join(port, streams);
            relay.getOutputStream().write("heap\n".getBytes(StandardCharsets.US_ASCII));
            relay.getOutputStream().flush();
            double heap = Double.parseDouble(told.readLine()) / streams;
            String more =
                    String.format(Locale.ROOT, "; heap %.1f MB each; first fragment warm %s", heap, joins.summary());
            Row.print(MediaBench.class, streams + " streams, ours", usage + more, "0.15 % a stream, 5 / 20 ms, 50 ms");
        } finally {
            stop();
        }
    }

    private void peer(int streams) throws IOException, InterruptedException {
        try {
            for (int i = 0; i < streams; i++) {
                String line = "ffmpeg -v error -nostdin -fflags nobuffer -rtsp_transport tcp -i rtsp://127.0.0.1:"
                        + farm.port() + "/ -c copy -f mp4 -movflags empty_moov+default_base_moof+frag_every_frame"
                        + " -flush_packets 1 pipe:1";
                Process process = new ProcessBuilder(line.split(" "))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                processes.add(process);
                MediaFarm.daemon(() -> reader.read(process.getInputStream()));
            }
            Row.print(MediaBench.class, streams + " streams, FFmpeg -c copy", measure(streams), "-");
        } finally {
            stop();
        }
    }

    private String measure(int streams) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (reader.streams.get() < streams && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        int running = reader.streams.get();
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        reader.count(true);
        double before = ProcessUsage.cpuSeconds(processes);
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        double wall = (System.nanoTime() - begin) / 1e9;
        double cpu = 100 * (ProcessUsage.cpuSeconds(processes) - before) / wall / streams;
        reader.count(false);
        double pictures = reader.delays.count() / wall / streams;
        return String.format(
                Locale.ROOT,
                "%d running at %.1f/s; %.3f %% of a core each; added latency p50 %.2f, p95 %.2f ms; RSS %.1f MB each",
                running,
                pictures,
                cpu,
                reader.delays.millisAt(0.5),
                reader.delays.millisAt(0.95),
                ProcessUsage.residentMegabytes(processes) / streams);
    }

    // somebody else opens a camera that is already watched
    private static Latencies join(int port, int streams) throws IOException {
        Latencies joins = new Latencies();
        for (int i = 0; i < JOINS; i++) {
            long begin = System.nanoTime();
            try (Socket viewer = watch(port, i * 13 % streams)) {
                MediaReader.nextPicture(new DataInputStream(viewer.getInputStream()));
                joins.add(System.nanoTime() - begin);
            }
        }
        return joins;
    }

    private static Socket watch(int port, int camera) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write((camera + "\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void read(Socket viewer) {
        try (viewer) {
            reader.read(viewer.getInputStream());
        } catch (IOException e) {
            // the relay has ended
        }
    }

    private void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
