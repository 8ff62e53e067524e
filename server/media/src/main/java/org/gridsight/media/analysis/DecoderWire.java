package org.gridsight.media.analysis;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.Codec;
import org.gridsight.media.VideoFormat;

/** What parent and child say to each other over the child's standard input and output; both are of one build. */
final class DecoderWire {

    /** The child's first byte: its natives are loaded. */
    static final int READY = 0x47;

    /** Larger than any key picture of a 4K camera, and than its still. */
    private static final int MOST_BYTES = 32 << 20;

    private static final int MOST_PARTS = 1024;

    private DecoderWire() {}

    static void write(DataOutputStream out, StillRequest request) throws IOException {
        out.writeByte(request.format().codec().ordinal());
        out.writeInt(request.format().sets().size());
        for (byte[] set : request.format().sets()) {
            writeBytes(out, set);
        }
        writeBytes(out, request.sample());
        out.writeInt(request.width());
        out.writeInt(request.planeWidth());
        out.writeInt(request.masks().size());
        for (Mask mask : request.masks()) {
            out.writeInt(mask.corners().length);
            for (double corner : mask.corners()) {
                out.writeDouble(corner);
            }
        }
        out.flush();
    }

    static StillRequest readRequest(DataInputStream in) throws IOException {
        Codec codec = Codec.values()[in.readByte()];
        List<byte[]> sets = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            sets.add(readBytes(in));
        }
        byte[] sample = readBytes(in);
        int width = in.readInt();
        int planeWidth = in.readInt();
        List<Mask> masks = new ArrayList<>();
        for (int i = count(in); i > 0; i--) {
            double[] corners = new double[count(in)];
            for (int j = 0; j < corners.length; j++) {
                corners[j] = in.readDouble();
            }
            masks.add(new Mask(corners));
        }
        return new StillRequest(new VideoFormat(codec, sets), sample, width, planeWidth, masks);
    }

    static void write(DataOutputStream out, Still still) throws IOException {
        out.writeBoolean(true);
        out.writeInt(still.width());
        out.writeInt(still.height());
        writeBytes(out, still.jpeg());
        out.writeInt(still.plane().width());
        out.writeInt(still.plane().height());
        writeBytes(out, still.plane().pixels());
        out.flush();
    }

    static void writeFailure(DataOutputStream out, String detail) throws IOException {
        out.writeBoolean(false);
        out.writeUTF(detail);
        out.flush();
    }

    static Still readStill(DataInputStream in) throws IOException, DecoderFailed {
        if (!in.readBoolean()) {
            throw new DecoderFailed("picture-undecodable", in.readUTF());
        }
        int width = in.readInt();
        int height = in.readInt();
        byte[] jpeg = readBytes(in);
        return new Still(width, height, jpeg, new LumaPlane(in.readInt(), in.readInt(), readBytes(in)));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a length of " + length + " bytes is not believed");
        }
        return in.readNBytes(length);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_PARTS) {
            throw new IOException("a count of " + count + " is not believed");
        }
        return count;
    }
}
