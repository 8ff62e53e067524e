package org.gridsight.media.fmp4;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.ParameterSets;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.fuzz.FuzzTarget;

/** NAL units and parameter sets of both codecs: where sizes come from that memory is given for. */
public final class LayoutFuzz {

    private static final int MOST_BYTES = 100_000;

    private LayoutFuzz() {}

    public static List<FuzzTarget> targets() {
        List<byte[]> sets = List.of(
                HexFormat.of().parseHex("6742c01ed900a02ff97011000003000100000300320f162e48"),
                HexFormat.of().parseHex("67640028acd100780227e5c044000003000400000300c83c60c658"),
                HexFormat.of()
                        .parseHex(
                                "420101016000000300900000030000030078a003c08010e596566924cae01000000300100000030191"));
        return List.of(
                new FuzzTarget("h264-layout", sets, bytes -> expectPlausible(H264Layout.parse(bytes))),
                new FuzzTarget("h265-layout", sets, bytes -> expectPlausible(H265Layout.parse(bytes))),
                new FuzzTarget("nal-units", sets, LayoutFuzz::assemble));
    }

    private static void expectPlausible(Optional<PictureLayout> layout) {
        layout.ifPresent(told -> FuzzTarget.require(told.plausible(), "only sizes that exist"));
    }

    /** The first byte chooses the codec; zeros and ones divide the rest into NAL units. */
    private static void assemble(byte[] bytes) {
        for (Codec codec : Codec.values()) {
            PictureAssembler assembler = new PictureAssembler(codec, MOST_BYTES);
            ParameterSets sets = new ParameterSets(codec);
            int from = 0;
            for (int i = 1; i <= bytes.length; i++) {
                if (i == bytes.length || bytes[i] == 0) {
                    if (i > from) {
                        assembler.unit(bytes, from, i);
                        sets.offer(bytes, from, i);
                    }
                    from = i;
                }
            }
            sets.format();
            assembler.sets().format();
        }
    }
}
