package org.gridsight.media.fmp4;

import org.gridsight.media.SoundFormat;
import org.jspecify.annotations.Nullable;

/** The header of a movie with one video track, and perhaps one of sound, that all come in fragments (ISO/IEC 14496-12). */
final class MovieBoxes {

    /** Identifier of the video track. */
    static final int TRACK = 1;

    /** Identifier of the track of sound. */
    static final int SOUND = 2;

    static final int[] UNITY = {0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000};
    static final int UNDETERMINED_LANGUAGE = 0x55c4;

    private final Boxes boxes = new Boxes();
    private final int width;
    private final int height;

    MovieBoxes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * @param description the four letters of the coding
     * @param sound null for none
     */
    byte[] write(String description, String configuration, byte[] content, @Nullable SoundFormat sound) {
        boxes.box("ftyp", () -> boxes.ascii("iso5").ints(512).ascii("iso5iso6mp41"));
        boxes.box("moov", () -> {
            boxes.box("mvhd", () -> movie(sound == null ? TRACK + 1 : SOUND + 1));
            boxes.box("trak", () -> {
                boxes.box("tkhd", this::track);
                boxes.box("mdia", () -> media(() -> sampleEntry(description, configuration, content)));
            });
            if (sound != null) {
                boxes.box("trak", () -> new SoundBoxes(boxes, sound).write());
            }
            boxes.box("mvex", () -> {
                boxes.box("trex", () -> boxes.ints(0, TRACK, 1, 0, 0, 0));
                if (sound != null) {
                    boxes.box("trex", () -> boxes.ints(0, SOUND, 1, 0, 0, 0));
                }
            });
        });
        return boxes.toBytes();
    }

    private void movie(int nextTrack) {
        boxes.ints(0, 0, 0, Track.TIMESCALE, 0, 0x00010000).shorts(0x0100, 0).ints(0, 0);
        boxes.ints(UNITY).ints(0, 0, 0, 0, 0, 0, nextTrack);
    }

    // enabled and in the movie; layer, group and volume are zero
    private void track() {
        boxes.ints(3, 0, 0, TRACK, 0, 0, 0, 0).shorts(0, 0, 0, 0);
        boxes.ints(UNITY).ints(width << 16, height << 16);
    }

    private void media(Runnable sampleEntry) {
        boxes.box("mdhd", () -> boxes.ints(0, 0, 0, Track.TIMESCALE, 0).shorts(UNDETERMINED_LANGUAGE, 0));
        boxes.box("hdlr", () -> boxes.ints(0, 0).ascii("vide").ints(0, 0, 0).bytes(0));
        boxes.box("minf", () -> {
            boxes.box("vmhd", () -> boxes.ints(1, 0, 0));
            samples(boxes, sampleEntry);
        });
    }

    /** Where samples are and how many; all of them are in fragments. */
    static void samples(Boxes boxes, Runnable sampleEntry) {
        boxes.box("dinf", () -> boxes.box("dref", () -> boxes.ints(0, 1).box("url ", () -> boxes.ints(1))));
        boxes.box("stbl", () -> {
            boxes.box("stsd", () -> {
                boxes.ints(0, 1);
                sampleEntry.run();
            });
            boxes.box("stts", () -> boxes.ints(0, 0));
            boxes.box("stsc", () -> boxes.ints(0, 0));
            boxes.box("stsz", () -> boxes.ints(0, 0, 0));
            boxes.box("stco", () -> boxes.ints(0, 0));
        });
    }

    // 72 dots an inch, one frame a sample, 24 bits, no name
    private void sampleEntry(String description, String configuration, byte[] content) {
        boxes.box(description, () -> {
            boxes.ints(0).shorts(0, 1).ints(0, 0, 0, 0).shorts(width, height);
            boxes.ints(0x00480000, 0x00480000, 0).shorts(1).put(new byte[32]).shorts(24, -1);
            boxes.box(configuration, () -> boxes.put(content));
        });
    }
}
