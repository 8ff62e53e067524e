package org.gridsight.media.ffmpeg;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.analysis.Mask;

/** What parent and child say to each other over the child's standard input and output; both are of one build. */
final class ChildWire {

    /** The child's first byte: its natives are loaded. */
    static final int READY = 0x47;

    /** From the child: a picture with start codes. */
    static final int PICTURE = 1;

    /** From the child: how far it has come. */
    static final int STEP = 2;

    /** From the child: something was passed over. */
    static final int FAULT = 3;

    /** From the child: it gives up. */
    static final int END = 4;

    /** Larger than any key picture of a 4K camera. */
    private static final int MOST_BYTES = 32 << 20;

    private static final int MOST_PARTS = 1024;

    private ChildWire() {}

    static void writePicture(DataOutputStream out, Codec codec, long time90k, byte[] bytes) throws IOException {
        out.writeByte(PICTURE);
        out.writeByte(codec.ordinal());
        out.writeLong(time90k);
        writeBytes(out, bytes);
        out.flush();
    }

    static void writeStep(DataOutputStream out, StreamStep step) throws IOException {
        out.writeByte(STEP);
        out.writeByte(step.ordinal());
        out.flush();
    }

    /** @param kind {@link #FAULT} or {@link #END} */
    static void writeFault(DataOutputStream out, int kind, MediaFault fault) throws IOException {
        out.writeByte(kind);
        out.writeUTF(fault.code());
        out.writeUTF(fault.detail());
        out.flush();
    }

    static MediaFault readFault(DataInputStream in) throws IOException {
        return new MediaFault(in.readUTF(), in.readUTF());
    }

    static Codec readCodec(DataInputStream in) throws IOException {
        return Codec.values()[in.readUnsignedByte() % Codec.values().length];
    }

    static StreamStep readStep(DataInputStream in) throws IOException {
        return StreamStep.values()[in.readUnsignedByte() % StreamStep.values().length];
    }

    static void writeMasks(DataOutputStream out, List<Mask> masks) throws IOException {
        out.writeInt(masks.size());
        for (Mask mask : masks) {
            out.writeInt(mask.corners().length);
            for (double corner : mask.corners()) {
                out.writeDouble(corner);
            }
        }
    }

    static List<Mask> readMasks(DataInputStream in) throws IOException {
        List<Mask> masks = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            double[] corners = new double[count(in)];
            for (int j = 0; j < corners.length; j++) {
                corners[j] = in.readDouble();
            }
            masks.add(new Mask(corners));
        }
        return masks;
    }

    static void writeFormat(DataOutputStream out, VideoFormat format) throws IOException {
        out.writeByte(format.codec().ordinal());
        out.writeInt(format.sets().size());
        for (byte[] set : format.sets()) {
            writeBytes(out, set);
        }
    }

    static VideoFormat readFormat(DataInputStream in) throws IOException {
        Codec codec = readCodec(in);
        List<byte[]> sets = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            sets.add(readBytes(in));
        }
        return new VideoFormat(codec, sets);
    }

    static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a length of " + length + " bytes is not believed");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_PARTS) {
            throw new IOException("a count of " + count + " is not believed");
        }
        return count;
    }
}
