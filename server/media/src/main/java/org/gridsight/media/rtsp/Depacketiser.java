package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.NalUnits;
import org.gridsight.media.PictureAssembler;
import org.jspecify.annotations.Nullable;

/** Takes NAL units out of RTP payloads of one codec and hands them to its assembler. One per stream. */
abstract class Depacketiser {

    /** Where a payload stands in its picture. */
    enum Place {
        /** It begins one: a delimiter, a parameter set, an SEI or the first slice. */
        BEGINS,
        /** It goes on with one: another slice, or a later piece of any. */
        CONTINUES,
        /** It may be anywhere. */
        ANYWHERE
    }

    static final MediaFault CUT = new MediaFault("rtp-cut", "a packet ends inside a NAL unit");
    static final MediaFault ORPHAN = new MediaFault("rtp-orphan", "a piece of a NAL unit came without its beginning");
    static final MediaFault UNKNOWN = new MediaFault("rtp-unknown-form", "a packet of a form that was not agreed");

    protected final PictureAssembler assembler;
    /** Whether a NAL unit that came in pieces is waiting for more. */
    protected boolean open;

    Depacketiser(PictureAssembler assembler) {
        this.assembler = assembler;
    }

    static Depacketiser of(PictureAssembler assembler, SdpVideo video) {
        return assembler.codec() == Codec.H264
                ? new H264Depacketiser(assembler)
                : new H265Depacketiser(assembler, video.decodingOrderNumbers());
    }

    /** Takes one payload; a fault means that the picture it belongs to cannot be whole. */
    abstract @Nullable MediaFault payload(ByteBuffer payload);

    /** Where the payload stands in its picture, as far as its first bytes say. Leaves the buffer as it was. */
    abstract Place place(ByteBuffer payload);

    /** Forgets a NAL unit that is not whole. */
    void reset() {
        open = false;
    }

    /** NAL units each behind its length in two bytes; the buffer stands at the first length. */
    protected @Nullable MediaFault aggregate(ByteBuffer payload, int orderBytes) {
        int end = payload.limit();
        int skip = orderBytes;
        while (payload.remaining() >= 2 + skip) {
            payload.position(payload.position() + skip);
            int length = payload.getShort() & 0xffff;
            if (length > payload.remaining()) {
                return CUT;
            }
            int next = payload.position() + length;
            payload.limit(next);
            assembler.unit(payload);
            payload.limit(end).position(next);
            // from the second one on, only a difference of one byte
            skip = orderBytes == 0 ? 0 : 1;
        }
        return payload.hasRemaining() ? CUT : null;
    }

    /** The place of a NAL unit by its header's first byte and the first byte behind the header. */
    protected static Place place(Codec codec, int first, int behind) {
        byte[] unit = codec == Codec.H264
                ? new byte[] {(byte) first, (byte) behind}
                : new byte[] {(byte) first, 1, (byte) behind};
        if (NalUnits.beginsPicture(codec, unit, 0, unit.length)) {
            return Place.BEGINS;
        }
        return NalUnits.isSlice(codec, NalUnits.type(codec, first)) ? Place.CONTINUES : Place.ANYWHERE;
    }

    /** A piece that follows the two or three bytes of header which the caller has read. */
    protected @Nullable MediaFault piece(ByteBuffer payload, boolean last) {
        assembler.append(payload);
        if (last) {
            assembler.end();
            open = false;
        }
        return null;
    }

    /** Cameras that forget to take the start codes out: the payload is a piece of Annex B. */
    protected Optional<byte[]> annexB(ByteBuffer payload) {
        int at = payload.position();
        if (payload.remaining() < 5 || payload.get(at) != 0 || payload.get(at + 1) != 0) {
            return Optional.empty();
        }
        byte[] copy = new byte[payload.remaining()];
        payload.get(copy);
        return NalUnits.nextStartCode(copy, 0, Math.min(copy.length, 4)) >= 0 ? Optional.of(copy) : Optional.empty();
    }

    protected @Nullable MediaFault split(byte[] data) {
        int start = NalUnits.nextStartCode(data, 0, data.length);
        while (start >= 0) {
            int next = NalUnits.nextStartCode(data, start + 3, data.length);
            int end = NalUnits.trimmedEnd(data, start + 3, next < 0 ? data.length : next);
            assembler.unit(data, start + 3, end);
            start = next;
        }
        return null;
    }
}
