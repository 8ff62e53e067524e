package org.gridsight.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** The child that makes one copy and says how it went. When its standard input ends, the parent is gone, and so is it. */
public final class CopyMain {

    private CopyMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(System.out);
        // nothing else may write between our answers
        System.setOut(new PrintStream(System.err, true));
        FfmpegLog.silence();
        out.writeByte(ChildWire.READY);
        out.flush();
        CopyOrder order = CopyOrder.read(in);
        Thread watch = new Thread(() -> watch(in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        out.writeUTF(make(order));
        out.flush();
    }

    private static String make(CopyOrder order) {
        try (CopyMaker maker = new CopyMaker(order)) {
            return maker.make() > 0 ? CopyProcess.DONE : "copy-undecodable";
        } catch (CopyStamp.NoFont e) {
            return "copy-no-font";
        } catch (IOException e) {
            return "copy-failed";
        }
    }

    private static void watch(InputStream in) {
        try {
            while (in.read() >= 0) {
                // the parent says no more
            }
        } catch (IOException gone) {
            // the same as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
