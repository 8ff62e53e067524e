package org.gridsight.media.fmp4;

import java.util.Locale;
import java.util.Optional;
import org.gridsight.media.fmp4.PictureLayout.Samples;

/** Reads an H.264 sequence parameter set (ITU-T H.264, 7.3.2.1.1 and annex E.1.1). */
final class H264Layout {

    private static final int EXTENDED_SAR = 255;

    private final byte[] set;
    private final BitReader in;
    private Samples samples = new Samples(1, 8, 8);
    private boolean picturesInOrder;

    private H264Layout(byte[] set) {
        this.set = set;
        this.in = new BitReader(set, 4);
    }

    static Optional<PictureLayout> parse(byte[] set) {
        return set.length < 5 ? Optional.empty() : new H264Layout(set).read();
    }

    private Optional<PictureLayout> read() {
        int profile = set[1] & 0xff;
        in.unsigned();
        if (hasChroma(profile)) {
            readSamples();
        }
        in.unsigned();
        readPictureOrder();
        in.unsigned();
        in.skip(1);
        int widthBlocks = in.unsigned() + 1;
        int heightUnits = in.unsigned() + 1;
        int fields = in.flag() ? 1 : 2;
        if (fields == 2) {
            in.skip(1);
        }
        in.skip(1);
        int[] crop = readCrop(fields);
        if (in.overrun() || widthBlocks > 1024 || heightUnits > 1024) {
            return Optional.empty();
        }
        int width = widthBlocks * 16 - crop[0];
        int height = heightUnits * fields * 16 - crop[1];
        String codecs = String.format(Locale.ROOT, "avc1.%02X%02X%02X", set[1], set[2], set[3]);
        return Optional.of(new PictureLayout(codecs, width, height, readReorder(profile), samples))
                .filter(PictureLayout::plausible);
    }

    private static boolean hasChroma(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private void readSamples() {
        int chroma = in.unsigned();
        if (chroma == 3) {
            in.skip(1);
        }
        samples = new Samples(chroma & 3, 8 + (in.unsigned() & 7), 8 + (in.unsigned() & 7));
        in.skip(1);
        if (in.flag()) {
            for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) {
                if (in.flag()) {
                    skipScalingList(i < 6 ? 16 : 64);
                }
            }
        }
    }

    private void skipScalingList(int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = last + in.signed() & 0xff;
            }
            last = next == 0 ? last : next;
        }
    }

    private void readPictureOrder() {
        int type = in.unsigned();
        picturesInOrder = type == 2;
        if (type == 0) {
            in.unsigned();
        } else if (type == 1) {
            in.skip(1);
            in.signed();
            in.signed();
            int cycle = in.unsigned();
            for (int i = 0; i < cycle && !in.overrun(); i++) {
                in.signed();
            }
        }
    }

    // width and height cut away
    private int[] readCrop(int fields) {
        if (!in.flag()) {
            return new int[] {0, 0};
        }
        int horizontal = in.unsigned() + in.unsigned();
        int vertical = in.unsigned() + in.unsigned();
        int unitX = samples.chromaFormat() == 1 || samples.chromaFormat() == 2 ? 2 : 1;
        int unitY = samples.chromaFormat() == 1 ? 2 : 1;
        return new int[] {horizontal * unitX, vertical * unitY * fields};
    }

    private int readReorder(int profile) {
        boolean inOrder = picturesInOrder || profile == 66;
        int told = in.flag() ? readUsability() : PictureLayout.UNTOLD;
        return inOrder ? 0 : told;
    }

    // annex E: everything up to max_num_reorder_frames; a set cut off on the way tells nothing
    private int readUsability() {
        if (in.flag() && in.bits(8) == EXTENDED_SAR) {
            in.skip(32);
        }
        if (in.flag()) {
            in.skip(1);
        }
        if (in.flag()) {
            in.skip(4);
            if (in.flag()) {
                in.skip(24);
            }
        }
        if (in.flag()) {
            in.unsigned();
            in.unsigned();
        }
        if (in.flag()) {
            in.skip(65);
        }
        skipBuffering();
        if (!in.flag()) {
            return PictureLayout.UNTOLD;
        }
        in.skip(1);
        for (int i = 0; i < 4; i++) {
            in.unsigned();
        }
        int reorder = in.unsigned();
        return in.overrun() || reorder > 16 ? PictureLayout.UNTOLD : reorder;
    }

    private void skipBuffering() {
        boolean network = in.flag();
        if (network) {
            skipBuffer();
        }
        boolean coded = in.flag();
        if (coded) {
            skipBuffer();
        }
        if (network || coded) {
            in.skip(1);
        }
        in.skip(1);
    }

    private void skipBuffer() {
        int count = in.unsigned() + 1;
        in.skip(8);
        for (int i = 0; i < count && !in.overrun(); i++) {
            in.unsigned();
            in.unsigned();
            in.skip(1);
        }
        in.skip(20);
    }
}
