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
    private final EndSigns signs;
    private @Nullable PictureAssembler assembler;
    private byte[] picture = new byte[64 * 1024];
    private int size;
    private boolean tooBig;
    private long pts = VideoSink.NO_TIME;
    private long lastTime;
    private boolean timed;
    private long packetTime;
    private long offset;
    private boolean afterLoss;
    private boolean gaveKey;
    /** The picture in hand ends at the first NAL unit at or behind the boundary that begins one. */
    private boolean awaiting;

    private boolean sureOfNext;
    private int boundary;
    private int scanned;
    private long endTime;
    private long nextPts = VideoSink.NO_TIME;

    VideoCutter(SourceEvents events) {
        this.events = events;
        gate = new PictureGate(events);
        signs = new EndSigns(events);
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

    /** A piece of the stream; with a time when a packet of the container begins with it. */
    void video(byte[] data, int from, int to, long time) {
        if (time != VideoSink.NO_TIME) {
            if (size > 0 && pts != VideoSink.NO_TIME && pts != time) {
                awaitNext(true);
            }
            if (awaiting) {
                nextPts = time;
            } else {
                pts = time;
            }
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
        if (awaiting) {
            lookForNext();
        }
    }

    /**
     * A sign that the picture is whole; until it is believed, the picture is held until the next one begins.
     *
     * @param sure false when nothing but the NAL units can say whether it is one picture or several
     * @return whether it means anything
     */
    boolean sign(EndSign sign, boolean sure) {
        if (size == 0 && !tooBig) {
            return !signs.isWrong(sign);
        }
        if (sign == EndSign.MARKER && signs.isWrong(sign)) {
            return false;
        }
        if (signs.isProven(sign)) {
            end(sure);
            signs.use(sign);
        } else {
            awaitNext(sure);
            signs.given(sign);
        }
        return !signs.isWrong(sign);
    }

    /** The picture ends where the next NAL unit begins one. */
    void awaitNext(boolean sure) {
        if (tooBig) {
            end(sure);
            return;
        }
        if (awaiting && size > boundary) {
            // nothing that begins a picture stood there
            signs.wrong();
        }
        if (!awaiting || size > boundary) {
            endTime = packetTime;
        }
        awaiting = size > 0;
        sureOfNext = sure;
        boundary = size;
        scanned = Math.max(0, size - 2);
        nextPts = VideoSink.NO_TIME;
    }

    /** The picture is whole. */
    void end(boolean sure) {
        if (tooBig) {
            broken(new MediaFault("ps-picture-too-big", "a picture of more than 8 MB"));
        } else if (size > 0) {
            long now = System.nanoTime();
            cut(size, sure, time(packetTime), now);
        }
        clear();
    }

    /** Bytes are missing: the picture so far is dropped, and all that build on it. */
    void broken(MediaFault why) {
        clear();
        afterLoss = true;
        gate.lost(why);
    }

    private void clear() {
        size = 0;
        tooBig = false;
        pts = VideoSink.NO_TIME;
        awaiting = false;
        signs.forget();
    }

    /** A container's packet may begin with the end of the picture before: its time is that of the first that begins in it. */
    private void lookForNext() {
        @Nullable Codec codec = codec();
        int unit = codec == null ? boundary : NalUnits.nextStartCode(picture, scanned, size);
        while (codec != null && unit >= 0) {
            int from = unit + 3;
            if (from + NalUnits.headerLength(codec) >= size) {
                scanned = unit;
                return;
            }
            if (begins(codec, from)) {
                break;
            }
            if (NalUnits.isSlice(codec, NalUnits.type(codec, picture[from]))) {
                signs.wrong();
            }
            unit = NalUnits.nextStartCode(picture, from, size);
        }
        if (unit >= 0) {
            split(unit);
        } else {
            scanned = Math.max(scanned, size - 2);
        }
    }

    private boolean begins(Codec codec, int from) {
        return NalUnits.beginsPicture(codec, picture, from, size)
                || tell(picture[from] & 0xff, picture[from + 1] & 0xff) != null;
    }

    private void split(int next) {
        if (NalUnits.trimmedEnd(picture, boundary, Math.max(boundary, next)) > boundary) {
            signs.wrong();
        }
        gaveKey = false;
        cut(Math.min(next, size), sureOfNext, time(endTime), System.nanoTime());
        signs.right(gaveKey);
        System.arraycopy(picture, next, picture, 0, size - next);
        size -= next;
        pts = nextPts;
        awaiting = false;
    }

    /** What the video is, as far as it has come. */
    private @Nullable Codec codec() {
        PictureAssembler current = assembler;
        if (current != null) {
            return current.codec();
        }
        int unit = NalUnits.nextStartCode(picture, 0, size);
        while (unit >= 0 && unit + 4 < size) {
            @Nullable Codec told = tell(picture[unit + 3] & 0xff, picture[unit + 4] & 0xff);
            if (told != null) {
                return told;
            }
            unit = NalUnits.nextStartCode(picture, unit + 3, size);
        }
        return null;
    }

    private long time(long packets) {
        if (pts == VideoSink.NO_TIME) {
            lastTime = packets + offset;
        } else {
            lastTime = timed ? lastTime + signed(pts - lastTime) : pts;
            offset = lastTime - packets;
        }
        timed = true;
        return lastTime;
    }

    /** The shorter way round in 33 bits. */
    private static long signed(long difference) {
        return (difference & MASK) << 31 >> 31;
    }

    private void cut(int end, boolean sure, long time, long now) {
        int unit = NalUnits.nextStartCode(picture, 0, end);
        if (NalUnits.trimmedEnd(picture, 0, unit < 0 ? end : unit) > 0) {
            headless();
        }
        while (unit >= 0) {
            int from = unit + 3;
            int next = NalUnits.nextStartCode(picture, from, end);
            int to = NalUnits.trimmedEnd(picture, from, next < 0 ? end : next);
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
        if (current.isHeadless()) {
            headless();
        }
        @Nullable AccessUnit unit = current.take(time, now);
        if (unit != null) {
            afterLoss = false;
            gaveKey |= unit.key();
            gate.picture(unit, current.sets());
        }
    }

    /** The beginning of a picture is missing, so what was given before it, or comes behind it, is no whole one. */
    private void headless() {
        if (!afterLoss) {
            signs.cut();
        }
        gate.lost(PictureGate.HALF);
    }
}
