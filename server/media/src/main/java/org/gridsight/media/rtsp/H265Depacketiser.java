package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.NalUnits;
import org.gridsight.media.PictureAssembler;
import org.jspecify.annotations.Nullable;

/** H.265 over RTP by RFC 7798: single units, aggregation packets, fragmentation units. */
final class H265Depacketiser extends Depacketiser {

    private static final int AGGREGATE = 48;
    private static final int FRAGMENT = 49;
    private static final int HEADER = 2;

    private final int orderBytes;

    /** @param decodingOrderNumbers whether packets carry them (sprop-max-don-diff above 0); they are passed over */
    H265Depacketiser(PictureAssembler assembler, boolean decodingOrderNumbers) {
        super(assembler);
        orderBytes = decodingOrderNumbers ? 2 : 0;
    }

    @Override
    @Nullable
    MediaFault payload(ByteBuffer payload) {
        if (payload.remaining() < HEADER) {
            return null;
        }
        int at = payload.position();
        int type = type(payload.get(at));
        if (type == FRAGMENT) {
            return fragment(payload);
        }
        open = false;
        Optional<byte[]> raw = annexB(payload);
        if (raw.isPresent()) {
            return split(raw.get());
        }
        payload.position(at);
        if (type == AGGREGATE) {
            payload.position(at + HEADER);
            return aggregate(payload, orderBytes);
        }
        if (type > FRAGMENT) {
            return UNKNOWN;
        }
        if (orderBytes > 0) {
            return single(payload);
        }
        assembler.unit(payload);
        return null;
    }

    /** A unit whose header is parted from its content by an order number. */
    private @Nullable MediaFault single(ByteBuffer payload) {
        if (payload.remaining() < HEADER + orderBytes) {
            return CUT;
        }
        int first = payload.get();
        assembler.begin(first);
        assembler.append(first);
        assembler.append(payload.get());
        payload.position(payload.position() + orderBytes);
        return piece(payload, true);
    }

    private @Nullable MediaFault fragment(ByteBuffer payload) {
        if (payload.remaining() < HEADER + 2) {
            return CUT;
        }
        int first = payload.get();
        int second = payload.get();
        int header = payload.get();
        if ((header & 0x80) != 0) {
            int unitFirst = first & 0x81 | (header & 0x3f) << 1;
            assembler.begin(unitFirst);
            assembler.append(unitFirst);
            assembler.append(second);
            open = true;
            if (payload.remaining() < orderBytes) {
                return CUT;
            }
            payload.position(payload.position() + orderBytes);
        } else if (!open) {
            return ORPHAN;
        }
        return piece(payload, (header & 0x40) != 0);
    }

    @Override
    Place place(ByteBuffer payload) {
        int at = payload.position();
        if (payload.remaining() < HEADER + 1) {
            return Place.ANYWHERE;
        }
        int type = type(payload.get(at));
        if (type == FRAGMENT) {
            int header = payload.get(at + HEADER);
            int behind = at + HEADER + 1 + orderBytes;
            return (header & 0x80) == 0 || behind >= payload.limit()
                    ? Place.CONTINUES
                    : place(Codec.H265, (header & 0x3f) << 1, payload.get(behind));
        }
        int unit = type == AGGREGATE ? at + HEADER + orderBytes + 2 : at;
        int behind = unit + HEADER + (type == AGGREGATE ? 0 : orderBytes);
        return behind < payload.limit() ? place(Codec.H265, payload.get(unit), payload.get(behind)) : Place.ANYWHERE;
    }

    private static int type(int first) {
        return NalUnits.type(Codec.H265, first);
    }
}
