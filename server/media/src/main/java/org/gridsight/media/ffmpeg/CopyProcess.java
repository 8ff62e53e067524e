package org.gridsight.media.ffmpeg;

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

/** Has copies made, each in a child process of its own that is killed when it takes too long or the caller is interrupted. */
public final class CopyProcess {

    static final String DONE = "done";

    private final List<String> command;
    private final ScheduledExecutorService watchdog;

    /** @param watchdog any scheduler; it only ever kills a process */
    public CopyProcess(ChildSettings settings, ScheduledExecutorService watchdog) {
        this(settings.command(CopyMain.class), watchdog);
    }

    CopyProcess(List<String> command, ScheduledExecutorService watchdog) {
        this.command = command;
        this.watchdog = watchdog;
    }

    /** Returns when the copy is there; what a failure has left behind is the caller's to remove. */
    public void make(CopyOrder order, Duration timeout) throws CopyFailed {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // the server's environment holds its secrets, and the child reads what strangers have sent
            builder.environment().clear();
            Process child = builder.start();
            Future<?> alarm = watchdog.schedule(child::destroyForcibly, timeout.toNanos(), TimeUnit.NANOSECONDS);
            try {
                String outcome = converse(child, order);
                if (!outcome.equals(DONE)) {
                    throw new CopyFailed(outcome, "the copy could not be made");
                }
            } finally {
                alarm.cancel(false);
                child.destroyForcibly();
            }
        } catch (IOException gone) {
            throw new CopyFailed("copy-died", "the FFmpeg process died, hung or could not be started");
        }
    }

    // its input stays open as long as we live: its end is the child's
    private static String converse(Process child, CopyOrder order) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(child.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(child.getOutputStream()));
        if (in.readUnsignedByte() != ChildWire.READY) {
            throw new IOException("the child does not begin as it should");
        }
        order.write(out);
        return in.readUTF();
    }
}
