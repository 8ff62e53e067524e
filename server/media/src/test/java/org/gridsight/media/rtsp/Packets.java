package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridsight.media.Codec;

/** Makes RTP packets as cameras do: small units whole, parameter sets together, large units in pieces. */
public final class Packets {

    public static final int PAYLOAD_TYPE = 96;

    private final Codec codec;
    private final int payloadBytes;
    private final boolean aggregates;
    private int sequence;

    public Packets(Codec codec, int payloadBytes, boolean aggregates, int firstSequence) {
        this.codec = codec;
        this.payloadBytes = payloadBytes;
        this.aggregates = aggregates;
        this.sequence = firstSequence;
    }

    /** All packets of one picture; the last carries the marker. */
    public List<byte[]> of(List<byte[]> units, long timestamp) {
        List<byte[]> payloads = new ArrayList<>();
        int from = 0;
        if (aggregates) {
            while (from < units.size() && units.get(from).length < 100) {
                from++;
            }
            if (from > 1) {
                payloads.add(together(units.subList(0, from)));
            } else {
                from = 0;
            }
        }
        for (byte[] unit : units.subList(from, units.size())) {
            payloads.addAll(unit.length <= payloadBytes ? List.of(unit) : pieces(unit));
        }
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            packets.add(packet(payloads.get(i), timestamp, i == payloads.size() - 1));
        }
        return packets;
    }

    /** One packet with the next sequence number. */
    public byte[] packet(byte[] payload, long timestamp, boolean marker) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt((int) timestamp)
                .putInt(0x6772_6964)
                .put(payload)
                .array();
    }

    private byte[] together(List<byte[]> units) {
        int size = units.stream().mapToInt(unit -> unit.length + 2).sum();
        ByteBuffer out = ByteBuffer.allocate(size + 2);
        if (codec == Codec.H264) {
            out.put((byte) 24);
        } else {
            out.put((byte) (48 << 1)).put((byte) 1);
        }
        units.forEach(unit -> out.putShort((short) unit.length).put(unit));
        return Arrays.copyOf(out.array(), out.position());
    }

    private List<byte[]> pieces(byte[] unit) {
        int header = codec == Codec.H264 ? 1 : 2;
        List<byte[]> pieces = new ArrayList<>();
        for (int from = header; from < unit.length; from += payloadBytes) {
            int to = Math.min(unit.length, from + payloadBytes);
            int flags = (from == header ? 0x80 : 0) | (to == unit.length ? 0x40 : 0);
            ByteBuffer out = ByteBuffer.allocate(to - from + header + 1);
            if (codec == Codec.H264) {
                out.put((byte) (unit[0] & 0xe0 | 28)).put((byte) (flags | unit[0] & 0x1f));
            } else {
                out.put((byte) (unit[0] & 0x81 | 49 << 1)).put(unit[1]).put((byte) (flags | unit[0] >> 1 & 0x3f));
            }
            pieces.add(out.put(unit, from, to - from).array());
        }
        return pieces;
    }
}
