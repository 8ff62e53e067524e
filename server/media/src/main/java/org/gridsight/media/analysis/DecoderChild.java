package org.gridsight.media.analysis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One running child. Reading from it cannot hang: the watchdog kills it, and then its output ends. */
final class DecoderChild {

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService watchdog;

    private DecoderChild(Process process, ScheduledExecutorService watchdog) {
        this.process = process;
        this.watchdog = watchdog;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    }

    static DecoderChild start(List<String> command, ScheduledExecutorService watchdog) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // the server's environment holds its secrets, and the child reads what strangers send
        builder.environment().clear();
        Process process = builder.start();
        DecoderChild child = new DecoderChild(process, watchdog);
        Future<?> alarm = child.alarm(DecoderSettings.START);
        try {
            if (child.in.readUnsignedByte() != DecoderWire.READY) {
                throw new IOException("the decoder does not begin as it should");
            }
            return child;
        } catch (IOException e) {
            child.kill();
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    Still make(StillRequest request, Duration timeout) throws IOException, DecoderFailed {
        Future<?> alarm = alarm(timeout);
        try {
            DecoderWire.write(out, request);
            return DecoderWire.readStill(in);
        } finally {
            alarm.cancel(false);
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    private Future<?> alarm(Duration after) {
        return watchdog.schedule(process::destroyForcibly, after.toNanos(), TimeUnit.NANOSECONDS);
    }
}
