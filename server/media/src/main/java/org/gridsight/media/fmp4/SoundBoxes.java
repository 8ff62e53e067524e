package org.gridsight.media.fmp4;

import java.nio.ByteBuffer;
import java.util.List;
import org.gridsight.media.SoundFormat;

/** The boxes of a track of AAC: its header (ISO/IEC 14496-14) and its fragments. */
final class SoundBoxes {

    private static final int FULL_VOLUME = 0x0100;
    private static final int AAC_SAMPLES = 0x40;
    private static final int SOUND_STREAM = 0x15;

    private static final int TFHD_FLAGS = 0x020028;
    private static final int EACH_STANDS_ALONE = 0x02000000;
    // data offset, and of each sample: size
    private static final int TRUN_FLAGS = 0x000201;
    private static final int HEAD = 8 + 16 + 8 + 24 + 20 + 20;

    private final Boxes boxes;
    private final SoundFormat sound;

    SoundBoxes(Boxes boxes, SoundFormat sound) {
        this.boxes = boxes;
        this.sound = sound;
    }

    /** The content of the box trak. */
    void write() {
        boxes.box("tkhd", () -> {
            boxes.ints(3, 0, 0, MovieBoxes.SOUND, 0, 0, 0, 0).shorts(0, 0, FULL_VOLUME, 0);
            boxes.ints(MovieBoxes.UNITY).ints(0, 0);
        });
        boxes.box("mdia", () -> {
            boxes.box(
                    "mdhd",
                    () -> boxes.ints(0, 0, 0, sound.sampleRate(), 0).shorts(MovieBoxes.UNDETERMINED_LANGUAGE, 0));
            boxes.box("hdlr", () -> boxes.ints(0, 0).ascii("soun").ints(0, 0, 0).bytes(0));
            boxes.box("minf", () -> {
                boxes.box("smhd", () -> boxes.ints(0, 0));
                MovieBoxes.samples(boxes, this::sampleEntry);
            });
        });
    }

    private void sampleEntry() {
        boxes.box("mp4a", () -> {
            boxes.ints(0).shorts(0, 1).ints(0, 0).shorts(sound.channels(), 16, 0, 0);
            // 16.16 bits: faster than 65,535 does not fit and is told by the configuration alone
            boxes.shorts(Math.min(sound.sampleRate(), 0xffff), 0);
            boxes.box("esds", this::decoder);
        });
    }

    // descriptors of ISO/IEC 14496-1, each with its tag and length
    private void decoder() {
        int length = sound.configuration().length;
        boxes.ints(0).bytes(3, 3 + 15 + 2 + length + 3, 0, 0, 0);
        boxes.bytes(4, 13 + 2 + length, AAC_SAMPLES, SOUND_STREAM, 0, 0, 0).ints(0, 0);
        boxes.bytes(5, length).put(sound.configuration());
        boxes.bytes(6, 1, 2);
    }

    /** One fragment of whole frames. */
    static byte[] fragment(int sequence, List<byte[]> frames, long time) {
        int count = frames.size();
        int head = HEAD + 4 * count;
        int content = frames.stream().mapToInt(frame -> frame.length).sum();
        ByteBuffer out = ByteBuffer.allocate(head + 8 + content);
        FragmentBoxes.box(out, head, "moof");
        FragmentBoxes.box(out, 16, "mfhd").putInt(0).putInt(sequence);
        FragmentBoxes.box(out, head - 24, "traf");
        FragmentBoxes.box(out, 24, "tfhd").putInt(TFHD_FLAGS).putInt(MovieBoxes.SOUND);
        out.putInt(SoundFormat.FRAME_SAMPLES).putInt(EACH_STANDS_ALONE);
        FragmentBoxes.box(out, 20, "tfdt").putInt(0x01000000).putLong(time);
        FragmentBoxes.box(out, 20 + 4 * count, "trun").putInt(TRUN_FLAGS).putInt(count);
        out.putInt(head + 8);
        frames.forEach(frame -> out.putInt(frame.length));
        FragmentBoxes.box(out, 8 + content, "mdat");
        frames.forEach(out::put);
        return out.array();
    }
}
