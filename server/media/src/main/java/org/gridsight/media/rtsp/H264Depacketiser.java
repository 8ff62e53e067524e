package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.PictureAssembler;
import org.jspecify.annotations.Nullable;

/** H.264 over RTP, packetisation modes 0 and 1 of RFC 6184: single units, STAP-A, FU-A. */
final class H264Depacketiser extends Depacketiser {

    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    H264Depacketiser(PictureAssembler assembler) {
        super(assembler);
    }

    @Override
    @Nullable
    MediaFault payload(ByteBuffer payload) {
        if (!payload.hasRemaining()) {
            return null;
        }
        int first = payload.get(payload.position());
        int type = first & 0x1f;
        if (type == FU_A) {
            return fragment(payload, first);
        }
        open = false;
        if (type == STAP_A) {
            payload.get();
            return aggregate(payload, 0);
        }
        if (type > 0 && type < STAP_A) {
            assembler.unit(payload);
            return null;
        }
        Optional<byte[]> raw = type == 0 ? annexB(payload) : Optional.empty();
        return raw.isPresent() ? split(raw.get()) : UNKNOWN;
    }

    private @Nullable MediaFault fragment(ByteBuffer payload, int indicator) {
        if (payload.remaining() < 3) {
            return CUT;
        }
        payload.get();
        int header = payload.get();
        if ((header & 0x80) != 0) {
            int first = indicator & 0xe0 | header & 0x1f;
            assembler.begin(first);
            assembler.append(first);
            open = true;
        } else if (!open) {
            return ORPHAN;
        }
        return piece(payload, (header & 0x40) != 0);
    }

    @Override
    Place place(ByteBuffer payload) {
        int at = payload.position();
        if (payload.remaining() < 3) {
            return Place.ANYWHERE;
        }
        int first = payload.get(at);
        int second = payload.get(at + 1);
        return switch (first & 0x1f) {
            case FU_A -> (second & 0x80) == 0 ? Place.CONTINUES : place(Codec.H264, second & 0x1f, payload.get(at + 2));
            case STAP_A ->
                payload.remaining() < 5 ? Place.ANYWHERE : place(Codec.H264, payload.get(at + 3), payload.get(at + 4));
            default -> place(Codec.H264, first, second);
        };
    }
}
