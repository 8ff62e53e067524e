package org.gridsight.media.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundTaker;
import org.gridsight.media.SourceEvents;
import org.jspecify.annotations.Nullable;

/** The sound beside the pictures of one run: asked for where somebody wants it, it can be played and comes over TCP. */
final class RtspSound {

    private final SourceEvents events;
    private final RtspTransport transport;
    private @Nullable RtpSound track;
    private int channel;

    RtspSound(SourceEvents events, RtspTransport transport) {
        this.events = events;
        this.transport = transport;
    }

    /** How it shall come, for the header Transport; empty when it shall not. */
    String wanted(SdpSound told, int freeChannel) {
        Optional<SoundTaker> taker = events.sound();
        if (taker.isEmpty()) {
            return "";
        }
        if (!told.format().isPlayed()) {
            taker.get().format(told.format());
            return "";
        }
        if (transport != RtspTransport.TCP) {
            events.fault(new MediaFault("sound-transport", "sound is taken over TCP only"));
            return "";
        }
        channel = freeChannel;
        track = new RtpSound(told, taker.get());
        return "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
    }

    void agreed(TransportAnswer answer) {
        channel = answer.mediaChannel().orElse(channel);
        if (track != null) {
            track.begin();
        }
    }

    /** Whether the packet was ours, be it sound or a report about it. */
    boolean takes(int from, ByteBuffer packet) {
        RtpSound own = track;
        if (own == null || from != channel && from != channel + 1) {
            return false;
        }
        if (from == channel) {
            own.packet(packet, System.nanoTime());
        }
        return true;
    }
}
