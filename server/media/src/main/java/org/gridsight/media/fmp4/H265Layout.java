package org.gridsight.media.fmp4;

import java.util.Locale;
import java.util.Optional;
import org.gridsight.media.fmp4.PictureLayout.Samples;

/** Reads an H.265 sequence parameter set up to its reordering depth (ITU-T H.265, 7.3.2.2 and 7.3.3). */
final class H265Layout {

    /** Bytes of the general profile, tier and level as hvcC repeats them. */
    static final int PROFILE_BYTES = 12;

    private final BitReader in;
    private final byte[] profile = new byte[PROFILE_BYTES];

    private H265Layout(byte[] set) {
        this.in = new BitReader(set, 2);
    }

    static Optional<PictureLayout> parse(byte[] set) {
        return new H265Layout(set).read();
    }

    /** Profile, compatibility, constraints and level of the whole stream, twelve bytes; zeros when the set is cut off. */
    static byte[] profileOf(byte[] set) {
        H265Layout layout = new H265Layout(set);
        layout.in.skip(8);
        layout.readProfile();
        return layout.profile;
    }

    /** How many temporal layers there are at most (1..7), and whether they are nested, in the lowest bit. */
    static int layersAndNesting(byte[] set) {
        BitReader in = new BitReader(set, 2);
        in.skip(4);
        int layers = in.bits(3) + 1;
        return layers << 1 | in.bits(1);
    }

    private Optional<PictureLayout> read() {
        in.skip(4);
        int subLayers = in.bits(3);
        in.skip(1);
        readProfile();
        skipSubLayers(subLayers);
        in.unsigned();
        int chroma = in.unsigned() & 3;
        if (chroma == 3) {
            in.skip(1);
        }
        int width = in.unsigned();
        int height = in.unsigned();
        if (in.flag()) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = chroma == 1 ? 2 : 1;
            width -= unitX * (in.unsigned() + in.unsigned());
            height -= unitY * (in.unsigned() + in.unsigned());
        }
        Samples samples = new Samples(chroma, 8 + (in.unsigned() & 7), 8 + (in.unsigned() & 7));
        if (in.overrun()) {
            return Optional.empty();
        }
        return Optional.of(new PictureLayout(codecs(), width, height, readReorder(subLayers), samples))
                .filter(PictureLayout::plausible);
    }

    private void readProfile() {
        for (int i = 0; i < PROFILE_BYTES; i++) {
            profile[i] = (byte) in.bits(8);
        }
    }

    private void skipSubLayers(int subLayers) {
        boolean[] hasProfile = new boolean[subLayers];
        boolean[] hasLevel = new boolean[subLayers];
        for (int i = 0; i < subLayers; i++) {
            hasProfile[i] = in.flag();
            hasLevel[i] = in.flag();
        }
        if (subLayers > 0) {
            in.skip(2 * (8 - subLayers));
        }
        for (int i = 0; i < subLayers; i++) {
            in.skip((hasProfile[i] ? 88 : 0) + (hasLevel[i] ? 8 : 0));
        }
    }

    // of the highest sub-layer
    private int readReorder(int subLayers) {
        in.unsigned();
        boolean each = in.flag();
        int reorder = 0;
        for (int i = each ? 0 : subLayers; i <= subLayers; i++) {
            in.unsigned();
            reorder = in.unsigned();
            in.unsigned();
        }
        return in.overrun() || reorder > 16 ? PictureLayout.UNTOLD : reorder;
    }

    // ISO/IEC 14496-15 annex E: space, profile, compatibility bits in reverse, tier and level, constraints without
    // trailing zeros
    private String codecs() {
        String space = new String[] {"", "A", "B", "C"}[profile[0] >> 6 & 3];
        int compatibility =
                (profile[1] & 0xff) << 24 | (profile[2] & 0xff) << 16 | (profile[3] & 0xff) << 8 | profile[4] & 0xff;
        StringBuilder text = new StringBuilder("hvc1.")
                .append(space)
                .append(profile[0] & 31)
                .append('.')
                .append(Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT))
                .append((profile[0] & 32) == 0 ? ".L" : ".H")
                .append(profile[11] & 0xff);
        int last = 10;
        while (last >= 5 && profile[last] == 0) {
            last--;
        }
        for (int i = 5; i <= last; i++) {
            text.append('.').append(Integer.toHexString(profile[i] & 0xff).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }
}
