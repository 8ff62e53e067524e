package org.gridsight.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;

/** The child that paints masks into a stream, until its standard input ends, as it does when the parent dies. */
public final class MaskedMain {

    private MaskedMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // nothing else may write between our pictures
        System.setOut(new PrintStream(System.err, true));
        FfmpegLog.silence();
        out.writeByte(ChildWire.READY);
        out.flush();
        try (MaskPainter painter = new MaskPainter(
                ChildWire.readMasks(in), (time, bytes) -> ChildWire.writePicture(out, Codec.H264, time, bytes))) {
            while (true) {
                if (in.readBoolean()) {
                    painter.format(ChildWire.readFormat(in));
                }
                long time = in.readLong();
                boolean late = in.readBoolean();
                painter.picture(time, late, ChildWire.readBytes(in));
            }
        } catch (EOFException e) {
            // the parent has closed or is gone
        } catch (NoCodec e) {
            ChildWire.writeFault(out, ChildWire.END, new MediaFault("mask-failed", String.valueOf(e.getMessage())));
        }
    }
}
