package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gridsight.media.FfmpegTool;

/** GStreamer's RTSP server as a process of its own; where it is not installed a test is skipped and says so. */
final class GStreamerCamera implements AutoCloseable {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int MISSING = 3;
    private static final String PACKAGES = " (Debian packages python3-gi, gir1.2-gst-rtsp-server-1.0,"
            + " gstreamer1.0-plugins-good, gstreamer1.0-plugins-bad, gstreamer1.0-plugins-ugly)";

    private final Process process;
    private final int port;

    private GStreamerCamera(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static GStreamerCamera start(Path folder) throws IOException, InterruptedException, URISyntaxException {
        if (!Files.isExecutable(PYTHON)) {
            FfmpegTool.missing("skipped: no " + PYTHON + PACKAGES);
        }
        Path script = Path.of(Objects.requireNonNull(GStreamerCamera.class.getResource("/rtsp/gstreamer-camera.py"))
                .toURI());
        Path complaints = folder.resolve("gstreamer.err");
        Process process = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectError(complaints.toFile())
                .start();
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        if (line == null) {
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            String said = Files.readString(complaints);
            if (ended && process.exitValue() == MISSING) {
                FfmpegTool.missing("skipped: " + said.strip() + PACKAGES);
            }
            throw new IOException("GStreamer's server did not start: " + said);
        }
        return new GStreamerCamera(process, Integer.parseInt(line.strip()));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
