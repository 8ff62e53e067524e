package org.gridsight.media.ffmpeg;

import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.NalUnits;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/** Turns pictures with start codes, as FFmpeg writes them, into those of a source. */
final class ChildPictures {

    private final PictureGate gate;
    private @Nullable PictureAssembler assembler;

    ChildPictures(SourceEvents events) {
        this.gate = new PictureGate(events);
    }

    void picture(Codec codec, long time90k, byte[] bytes) {
        PictureAssembler current = assembler;
        if (current == null || current.codec() != codec) {
            current = new PictureAssembler(codec, PictureAssembler.MAX_PICTURE);
            assembler = current;
        }
        int start = NalUnits.nextStartCode(bytes, 0, bytes.length);
        while (start >= 0) {
            int from = start + 3;
            int next = NalUnits.nextStartCode(bytes, from, bytes.length);
            current.unit(bytes, from, NalUnits.trimmedEnd(bytes, from, next < 0 ? bytes.length : next));
            start = next;
        }
        if (current.isHeadless()) {
            gate.lost(PictureGate.HALF);
        }
        AccessUnit unit = current.take(time90k, System.nanoTime());
        if (unit != null) {
            gate.picture(unit, current.sets());
        }
    }
}
