package org.gridsight.media.ffmpeg;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.gridsight.media.MediaFault;

/** The child that reads an RTSP camera with FFmpeg, until it fails or the parent kills it. */
public final class DemuxMain {

    private DemuxMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // nothing else may write between our pictures
        System.setOut(new PrintStream(System.err, true));
        FfmpegLog.silence();
        out.writeByte(ChildWire.READY);
        out.flush();
        int port = in.readInt();
        String url = RtspDemuxer.url(port, in.readUTF(), in.readUTF(), in.readUTF());
        Thread parent = new Thread(() -> endWith(in), "parent");
        parent.setDaemon(true);
        parent.start();
        MediaFault end = new RtspDemuxer(out).run(url);
        ChildWire.writeFault(out, ChildWire.END, end);
        System.exit(0);
    }

    // the parent says nothing more; its end is ours
    private static void endWith(DataInputStream in) {
        try {
            while (in.read() >= 0) {
                // nothing is expected
            }
        } catch (IOException gone) {
            // the same
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(1);
    }
}
