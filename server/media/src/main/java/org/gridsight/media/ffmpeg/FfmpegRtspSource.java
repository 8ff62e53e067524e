package org.gridsight.media.ffmpeg;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gridsight.media.ForwardedEvents;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.net.Credentials;
import org.gridsight.media.rtsp.RtspTarget;
import org.jspecify.annotations.Nullable;

/**
 * One run of an RTSP camera by FFmpeg in a child, for servers our own client does not understand. The child never sees the
 * camera's network: it speaks through {@link RtspRelay} to the address that was checked. Name and password go over its
 * standard input.
 */
public final class FfmpegRtspSource implements Source {

    private static final MediaFault REDIRECTED =
            new MediaFault("rtsp-redirect", "the camera names another address, which is not followed");

    private final RtspTarget target;
    private final List<String> command;
    private @Nullable RtspRelay relay;
    private @Nullable ChildRun run;
    private boolean closed;

    public FfmpegRtspSource(RtspTarget target, ChildSettings settings) {
        this.target = target;
        this.command = settings.command(DemuxMain.class);
    }

    @Override
    public void open(SourceEvents events) {
        RtspRelay opened;
        try {
            opened = new RtspRelay(target.address());
        } catch (IOException e) {
            events.ended(new MediaFault("child-died", "no port for FFmpeg"));
            return;
        }
        ChildRun started = new ChildRun(command, out -> feed(out, opened), new Ending(events, opened));
        synchronized (this) {
            if (!closed) {
                relay = opened;
                run = started;
                started.start();
                return;
            }
        }
        opened.close();
    }

    private void feed(DataOutputStream out, RtspRelay through) throws IOException, InterruptedException {
        out.writeInt(through.port());
        out.writeUTF(target.url().path());
        out.writeUTF(target.login().map(Credentials::user).orElse(""));
        out.writeUTF(target.login().map(Credentials::password).orElse(""));
        out.flush();
        // its end is how the child learns of ours
        while (true) {
            Thread.sleep(60_000);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (run != null) {
            run.kill();
        }
        if (relay != null) {
            relay.close();
        }
    }

    /** The relay goes with the child. */
    private static final class Ending extends ForwardedEvents {

        private final RtspRelay relay;

        Ending(SourceEvents events, RtspRelay relay) {
            super(events);
            this.relay = relay;
        }

        @Override
        public void ended(MediaFault cause) {
            relay.close();
            super.ended(relay.isRedirected() ? REDIRECTED : cause);
        }
    }
}
