package org.gridsight.media.ps;

import java.util.Arrays;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.NalUnits;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an elementary stream with start codes into pictures. Which codec it is, the first parameter sets say, and they may say
 * another one later: cameras are switched while they run.
 */
final class VideoCutter {

    private static final long MASK = (1L << 33) - 1;

    private final PictureGate gate;
    private final SourceEvents events;
    private @Nullable PictureAssembler assembler;
    private byte[] picture = new byte[64 * 1024];
    private int size;
    private boolean tooBig;
    private long pts = VideoSink.NO_TIME;
    private long lastTime;
    private boolean timed;
    private long packetTime;
    private long offset;

    VideoCutter(SourceEvents events) {
        this.events = events;
        gate = new PictureGate(events);
    }

    /** Whether it is known what the video is. */
    boolean knowsCodec() {
        return assembler != null;
    }

    boolean isWaitingForKey() {
        return gate.isWaiting();
    }

    /** The time of the packets that follow, for pictures that carry none of their own. */
    void setPacketTime(long time90k) {
        packetTime = time90k;
    }

    void video(byte[] data, int from, int to, long time) {
        if (time != VideoSink.NO_TIME) {
            if (size > 0 && pts != VideoSink.NO_TIME && pts != time) {
                end(true);
            }
            pts = time;
        }
        int count = to - from;
        if (tooBig || count > PictureAssembler.MAX_PICTURE - size) {
            tooBig = true;
            return;
        }
        if (size + count > picture.length) {
            picture = Arrays.copyOf(picture, Math.max(size + count, picture.length * 2));
        }
        System.arraycopy(data, from, picture, size, count);
        size += count;
    }

    /**
     * The picture is whole.
     *
     * @param sure false when nothing but the NAL units can say whether it is one picture or several
     */
    void end(boolean sure) {
        if (tooBig) {
            broken(new MediaFault("ps-picture-too-big", "a picture of more than 8 MB"));
        } else if (size > 0) {
            long now = System.nanoTime();
            long time = time();
            cut(sure, time, now);
        }
        size = 0;
        tooBig = false;
        pts = VideoSink.NO_TIME;
    }

    /** Bytes are missing: the picture so far is dropped, and all that build on it. */
    void broken(MediaFault why) {
        size = 0;
        tooBig = false;
        pts = VideoSink.NO_TIME;
        gate.lost(why);
    }

    private long time() {
        if (pts == VideoSink.NO_TIME) {
            lastTime = packetTime + offset;
        } else {
            lastTime = timed ? lastTime + signed(pts - lastTime) : pts;
            offset = lastTime - packetTime;
        }
        timed = true;
        return lastTime;
    }

    /** The shorter way round in 33 bits. */
    private static long signed(long difference) {
        return (difference & MASK) << 31 >> 31;
    }

    private void cut(boolean sure, long time, long now) {
        int unit = NalUnits.nextStartCode(picture, 0, size);
        while (unit >= 0) {
            int from = unit + 3;
            int next = NalUnits.nextStartCode(picture, from, size);
            int to = NalUnits.trimmedEnd(picture, from, next < 0 ? size : next);
            if (to > from) {
                unit(from, to, sure, time, now);
            }
            unit = next;
        }
        emit(time, now);
    }

    private void unit(int from, int to, boolean sure, long time, long now) {
        @Nullable Codec told = to - from > 2 ? tell(picture[from] & 0xff, picture[from + 1] & 0xff) : null;
        PictureAssembler current = assembler;
        if (told != null && (current == null || current.codec() != told)) {
            current = new PictureAssembler(told, PictureAssembler.MAX_PICTURE);
            assembler = current;
        }
        if (current == null) {
            return;
        }
        boolean slice = NalUnits.isSlice(current.codec(), NalUnits.type(current.codec(), picture[from]));
        if (current.hasPicture()
                && (!slice || !sure)
                && NalUnits.beginsPicture(current.codec(), picture, from, to)
                && !(sure && isSei(current.codec(), picture[from]))) {
            emit(time, now);
        }
        current.unit(picture, from, to);
    }

    private static boolean isSei(Codec codec, int firstByte) {
        int type = NalUnits.type(codec, firstByte);
        return codec == Codec.H264 ? type == 6 : type == 39;
    }

    /** What a VPS of H.265 or an SPS of either begins with, on the base layer; other units say nothing. */
    private static @Nullable Codec tell(int first, int second) {
        if ((first == 0x40 || first == 0x42) && second == 0x01) {
            return Codec.H265;
        }
        return first == 0x67 || first == 0x47 || first == 0x27 ? Codec.H264 : null;
    }

    private void emit(long time, long now) {
        PictureAssembler current = assembler;
        if (current == null) {
            return;
        }
        if (current.isTooBig()) {
            events.fault(new MediaFault("ps-picture-too-big", "a picture of more than 8 MB"));
        }
        @Nullable AccessUnit unit = current.take(time, now);
        if (unit != null) {
            gate.picture(unit, current.sets());
        }
    }
}
