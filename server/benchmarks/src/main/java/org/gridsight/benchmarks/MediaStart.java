package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long somebody waits: for the first picture of a camera nobody watches, over RTSP and GB/T 28181, and for the picture
 * after a camera was gone. All cameras have a key picture every 2 s and are met in the middle of their group. FFmpeg remuxes
 * the same cameras in the same run.
 */
final class MediaStart {

    private static final int CAMERAS = 60;
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 5;
    private static final int RETURNING = 20;
    private static final long GONE_SECONDS = 6;

    private MediaStart() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("gridsight-media");
        MediaClip clip = MediaClip.make(folder);
        Files.delete(folder.resolve("clip.h264"));
        Files.delete(folder);
        int cameras = new Arguments(arguments).number("cameras", CAMERAS);
        try (MediaFarm farm = new MediaFarm(clip)) {
            rtsp(farm, cameras);
            peer(farm, cameras);
            comeBack(farm);
        }
        gb28181(clip, cameras);
        System.exit(0);
    }

    /** A measured thing, given its number; answers when it had its first picture. */
    @FunctionalInterface
    private interface Start {
        void untilFirstPicture(int number) throws IOException;
    }

    private static Latencies measure(int count, Start start) throws Exception {
        Latencies latencies = new Latencies();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(people.submit(() -> {
                long begin = System.nanoTime();
                start.untilFirstPicture(number);
                latencies.add(System.nanoTime() - begin);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(2, TimeUnit.MINUTES);
        }
        people.shutdown();
        return latencies;
    }

    private static void rtsp(MediaFarm farm, int cameras) throws Exception {
        Process relay = start(MediaRelay.class, String.valueOf(farm.port()));
        try {
            int port = number(relay.inputReader(StandardCharsets.US_ASCII));
            // one camera warms the classes up
            look(port, cameras);
            Latencies waits = measure(cameras, camera -> look(port, camera));
            Row.print(MediaStart.class, "cold RTSP, ours", waits.summary(), "2 s GOP + 300 ms p95");
        } finally {
            relay.destroyForcibly().waitFor();
        }
    }

    private static void peer(MediaFarm farm, int cameras) throws Exception {
        String line = "ffmpeg -v error -nostdin -fflags nobuffer -rtsp_transport tcp -i rtsp://127.0.0.1:" + farm.port()
                + "/ -c copy -f mp4 -movflags empty_moov+default_base_moof+frag_every_frame -flush_packets 1 pipe:1";
        Latencies waits = measure(cameras / 2, camera -> {
            Process process = new ProcessBuilder(line.split(" "))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                MediaReader.nextPicture(new DataInputStream(process.getInputStream()));
            } finally {
                process.destroyForcibly();
            }
        });
        Row.print(MediaStart.class, "cold RTSP, FFmpeg -c copy", waits.summary(), "-");
    }

    private static void gb28181(MediaClip clip, int cameras) throws Exception {
        Process relay = start(GbRelay.class);
        try {
            BufferedReader told = relay.inputReader(StandardCharsets.US_ASCII);
            int port = number(told);
            try (GbFarm farm = new GbFarm(clip, number(told))) {
                look(port, cameras);
                Latencies waits = measure(cameras, camera -> look(port, camera));
                Row.print(
                        MediaStart.class,
                        "cold 28181 (UDP and TCP), key picture 100 ms after it is asked for",
                        waits.summary(),
                        "1.0 s p95");
            }
        } finally {
            relay.destroyForcibly().waitFor();
        }
    }

    /** The cameras go, all at once, and come back: the same connections show pictures again. */
    private static void comeBack(MediaFarm farm) throws Exception {
        Process relay = start(MediaRelay.class, String.valueOf(farm.port()));
        List<ReturnWatch> viewers = new ArrayList<>();
        try {
            int port = number(relay.inputReader(StandardCharsets.US_ASCII));
            Latencies waits = new Latencies();
            for (int i = 0; i < RETURNING; i++) {
                viewers.add(new ReturnWatch(watch(port, i), waits));
            }
            TimeUnit.SECONDS.sleep(GONE_SECONDS);
            for (int round = 1; round <= ROUNDS; round++) {
                farm.goDown();
                TimeUnit.MILLISECONDS.sleep(1_000 * GONE_SECONDS + 331L * round);
                farm.comeBack();
                long back = System.nanoTime();
                viewers.forEach(viewer -> viewer.cameraIsBack(back));
                TimeUnit.SECONDS.sleep(2 * GONE_SECONDS);
            }
            String what = String.format(
                    Locale.ROOT, "%d of %d came back; %s", waits.count(), ROUNDS * RETURNING, waits.summary());
            Row.print(MediaStart.class, RETURNING + " cameras return after 6 s and more", what, "3 s + 2 s GOP");
        } finally {
            for (ReturnWatch viewer : viewers) {
                viewer.close();
            }
            relay.destroyForcibly().waitFor();
        }
    }

    private static void look(int port, int camera) throws IOException {
        try (Socket viewer = watch(port, camera)) {
            MediaReader.nextPicture(new DataInputStream(viewer.getInputStream()));
        }
    }

    private static Socket watch(int port, int camera) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write((camera + "\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int number(BufferedReader told) throws IOException {
        return Integer.parseInt(told.readLine());
    }
}
