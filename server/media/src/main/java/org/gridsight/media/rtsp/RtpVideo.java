package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.rtp.RtpClock;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtsp.Depacketiser.Place;
import org.jspecify.annotations.Nullable;

/**
 * Pictures out of one track's RTP packets, which come in order. A picture ends with the marker or when the timestamp changes;
 * the marker is believed once what followed a key picture has shown it right. After a gap nothing is passed on until the next
 * key picture that is whole.
 */
final class RtpVideo {

    private static final int VIDEO_CLOCK = 90_000;
    /** A camera that restarts its numbers; less far back is a double. */
    private static final int MAX_BACK = 500;

    private static final MediaFault NO_RTP = new MediaFault("rtp-malformed", "a packet is no RTP");
    private static final MediaFault OTHER_TYPE =
            new MediaFault("rtp-payload-type", "a packet of a payload type that was not described");
    private static final MediaFault TOO_BIG = new MediaFault("picture-too-big", "a picture is larger than allowed");
    private static final MediaFault EARLY_MARKER =
            new MediaFault("rtp-early-marker", "the camera marks the end of a picture too early; now timestamps count");

    private final SdpVideo.Track track;
    private final PictureAssembler assembler;
    private final Depacketiser depacketiser;
    private final PictureGate gate;
    private final RtpPacket packet = new RtpPacket();
    private final RtpClock clock = new RtpClock();
    private int source;
    private int expected = -1;
    private long timestamp = -1;
    private boolean damaged;
    private boolean trustMarker = true;
    private boolean markerProven;
    private boolean markerSeen;
    private boolean timesDiffer;
    /** The last packet that says where it stands carried the marker. */
    private boolean marked;

    RtpVideo(SdpVideo video, PictureAssembler assembler, PictureGate gate) {
        this.track = video.track();
        this.assembler = assembler;
        this.depacketiser = Depacketiser.of(assembler, video);
        this.gate = gate;
    }

    /** What is no packet of this track at all; null when it is one. Sets the buffer to its payload. */
    @Nullable
    MediaFault examine(ByteBuffer buffer) {
        if (!packet.parse(buffer)) {
            return NO_RTP;
        }
        return packet.payloadType() == track.payloadType() ? null : OTHER_TYPE;
    }

    /** Takes the payload of the packet examined last. */
    void take(ByteBuffer payload, long arrivedNanos) {
        if (isRepeated(payload)) {
            return;
        }
        if (packet.timestamp() != timestamp) {
            timesDiffer |= timestamp >= 0;
            finish(arrivedNanos);
            marked = false;
            timestamp = packet.timestamp();
        } else {
            sameTime(depacketiser.place(payload), arrivedNanos);
        }
        if (!damaged) {
            @Nullable MediaFault fault = depacketiser.payload(payload);
            if (fault == null && assembler.isTooBig()) {
                fault = TOO_BIG;
            }
            if (fault != null) {
                damage(fault);
            }
        }
        if (packet.marker()) {
            markerSeen = true;
            marked = true;
            if (trustMarker && markerProven) {
                finish(arrivedNanos);
            }
        }
    }

    /** One more packet with the time of the last: the same picture, if it is not a camera whose clock stands still. */
    private void sameTime(Place place, long arrivedNanos) {
        if (place == Place.CONTINUES && marked && trustMarker) {
            trustMarker = false;
            if (markerProven) {
                damage(EARLY_MARKER);
            } else {
                gate.noted(EARLY_MARKER);
            }
        } else if (place == Place.BEGINS && (damaged || assembler.hasPicture())) {
            boolean markersTell = markerSeen && trustMarker;
            boolean nothingTells = !markerSeen || !trustMarker && !timesDiffer;
            if (markersTell ? marked : nothingTells) {
                finish(arrivedNanos);
            }
        }
        marked &= place == Place.ANYWHERE;
    }

    /** Packets are missing before the next one. */
    void lost(int packets) {
        expected = -1;
        // said once for the whole hole; what is missing may have been the end of one picture and the start of the next
        damage(new MediaFault("rtp-loss", packets + " packets are missing"));
    }

    /** Follows the numbers; true for a packet that came before. */
    private boolean isRepeated(ByteBuffer payload) {
        if (packet.source() != source || expected < 0) {
            boolean restarted = expected >= 0;
            source = packet.source();
            expected = packet.sequence();
            if (restarted) {
                damage(new MediaFault("rtp-restart", "the camera began a new stream"));
            }
            mend(payload);
        }
        int ahead = RtpPacket.distance(expected, packet.sequence());
        if (ahead < 0 && ahead > -MAX_BACK) {
            return true;
        }
        if (ahead != 0) {
            lost(Math.abs(ahead));
            mend(payload);
        }
        expected = packet.sequence() + 1 & 0xffff;
        return false;
    }

    /** After a gap: a packet that begins a picture begins a whole one. */
    private void mend(ByteBuffer payload) {
        if (timestamp < 0) {
            // the first packet of all: a run may join in the middle of a picture
            damaged = depacketiser.place(payload) == Place.CONTINUES;
            timestamp = packet.timestamp();
        } else if (damaged) {
            damaged = depacketiser.place(payload) != Place.BEGINS;
            timestamp = packet.timestamp();
        }
    }

    private void damage(MediaFault fault) {
        damaged = true;
        marked = false;
        assembler.drop();
        depacketiser.reset();
        gate.lost(fault);
    }

    private void finish(long arrivedNanos) {
        depacketiser.reset();
        if (damaged) {
            damaged = false;
            assembler.drop();
            return;
        }
        if (!assembler.hasPicture()) {
            return;
        }
        if (assembler.isHeadless()) {
            gate.lost(PictureGate.HALF);
        }
        // here it was followed by another picture
        markerProven |= marked && assembler.isKey();
        long time = clock.unwrap(timestamp);
        long time90k = track.clockRate() == VIDEO_CLOCK ? time : time * VIDEO_CLOCK / track.clockRate();
        @Nullable AccessUnit unit = assembler.take(time90k, arrivedNanos);
        if (unit != null) {
            gate.picture(unit, assembler.sets());
        }
    }
}
