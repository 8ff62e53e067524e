package org.gridsight.media.fmp4;

import java.util.List;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.PictureLayout.Samples;
import org.jspecify.annotations.Nullable;

/** A video format that could be read, ready to be written as the one track of a movie. */
final class Track {

    /** Units of all times in the movie, per second. */
    static final int TIMESCALE = 90_000;

    private static final int H265_VPS = 32;
    private static final int H265_SPS = 33;
    private static final int H265_PPS = 34;

    private final VideoFormat format;
    private final PictureLayout layout;

    private Track(VideoFormat format, PictureLayout layout) {
        this.format = format;
        this.layout = layout;
    }

    /** Empty when a parameter set is missing or cannot be read. */
    static Optional<Track> parse(VideoFormat format) {
        boolean h264 = format.codec() == Codec.H264;
        List<byte[]> sps = ofType(format, h264 ? 7 : H265_SPS);
        List<byte[]> pps = ofType(format, h264 ? 8 : H265_PPS);
        if (sps.isEmpty() || pps.isEmpty()) {
            return Optional.empty();
        }
        Optional<PictureLayout> layout = h264 ? H264Layout.parse(sps.get(0)) : H265Layout.parse(sps.get(0));
        return layout.map(read -> new Track(format, read));
    }

    PictureLayout layout() {
        return layout;
    }

    InitSegment initSegment() {
        return initSegment(null);
    }

    /** @param sound that comes beside the pictures; null for none */
    InitSegment initSegment(@Nullable SoundFormat sound) {
        boolean h264 = format.codec() == Codec.H264;
        byte[] configuration = h264 ? avcConfiguration() : hevcConfiguration();
        byte[] bytes = new MovieBoxes(layout.width(), layout.height())
                .write(h264 ? "avc1" : "hvc1", h264 ? "avcC" : "hvcC", configuration, sound);
        String mime = "video/mp4; codecs=\"" + layout.codecs() + (sound == null ? "" : ",mp4a.40.2") + "\"";
        return new InitSegment(mime, layout.width(), layout.height(), format, bytes);
    }

    private byte[] avcConfiguration() {
        List<byte[]> sps = ofType(format, 7);
        List<byte[]> pps = ofType(format, 8);
        byte[] first = sps.get(0);
        Boxes out = new Boxes().bytes(1, first[1], first[2], first[3], 0xff, 0xe0 | sps.size());
        writeSets(out, sps);
        writeSets(out.bytes(pps.size()), pps);
        int profile = first[1] & 0xff;
        if (profile == 100 || profile == 110 || profile == 122 || profile == 144) {
            writeSamples(out).bytes(0);
        }
        return out.toBytes();
    }

    private byte[] hevcConfiguration() {
        byte[] sps = ofType(format, H265_SPS).get(0);
        Boxes out = new Boxes()
                .bytes(1)
                .put(H265Layout.profileOf(sps))
                .shorts(0xf000)
                .bytes(0xfc);
        writeSamples(out).shorts(0).bytes(H265Layout.layersAndNesting(sps) << 2 | 3, 3);
        for (int type : new int[] {H265_VPS, H265_SPS, H265_PPS}) {
            List<byte[]> sets = ofType(format, type);
            writeSets(out.bytes(0x80 | type).shorts(sets.size()), sets);
        }
        return out.toBytes();
    }

    private Boxes writeSamples(Boxes out) {
        Samples samples = layout.samples();
        return out.bytes(0xfc | samples.chromaFormat(), 0xf8 | samples.lumaBits() - 8, 0xf8 | samples.chromaBits() - 8);
    }

    private static void writeSets(Boxes out, List<byte[]> sets) {
        for (byte[] set : sets) {
            out.shorts(set.length).put(set);
        }
    }

    // at most 31 of a kind: avcC has five bits for their number
    private static List<byte[]> ofType(VideoFormat format, int type) {
        boolean h264 = format.codec() == Codec.H264;
        return format.sets().stream()
                .filter(set -> set.length > 2 && set.length < 65_536)
                .filter(set -> (h264 ? set[0] & 31 : set[0] >> 1 & 63) == type)
                .limit(31)
                .toList();
    }
}
