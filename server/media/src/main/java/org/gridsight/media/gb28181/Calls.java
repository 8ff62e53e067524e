package org.gridsight.media.gb28181;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sip.message.Response;

/** The streams that have been asked for, by Call-ID. Belongs to the station's thread. */
final class Calls {

    /** How long a call that is over may still be answered: 64 times the T1 of RFC 3261, and some. */
    private static final Duration REMEMBERED = Duration.ofSeconds(40);

    private final Switchboard board;
    private final Commands commands;
    private final MediaPorts ports;
    private final Map<String, InviteSource> open = new HashMap<>();
    private int streams;

    Calls(Switchboard board, Commands commands) {
        this.board = board;
        this.commands = commands;
        SipSettings settings = board.settings();
        ports = new MediaPorts(settings.firstMediaPort(), settings.lastMediaPort());
    }

    MediaPorts ports() {
        return ports;
    }

    Commands commands() {
        return commands;
    }

    /** Ten digits: 0 live or 1 recorded, five of the domain, four that differ. */
    String nextSsrc(boolean recorded) {
        String domain = (board.settings().domain() + "0000000000").substring(3, 8);
        streams = (streams + 1) % 10_000;
        return (recorded ? "1" : "0") + domain + String.format("%04d", streams);
    }

    void opened(String callId, InviteSource source) {
        open.put(callId, source);
    }

    /** A late answer must still find it, to be taken back. */
    void over(String callId) {
        board.after(REMEMBERED, () -> open.remove(callId));
    }

    void strayAnswer(String callId, Answer answer) {
        InviteSource source = open.get(callId);
        if (source == null) {
            board.faults().count("sip-stray-answer");
        } else {
            source.answered(answer);
        }
    }

    void bye(Incoming incoming) {
        InviteSource source = open.get(incoming.callId());
        if (source == null || !source.isFrom(incoming.peer())) {
            board.door().reply(incoming, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        board.door().reply(incoming, Response.OK);
        source.hungUp();
    }

    void recordingEnded(String deviceId, String callId, String channelId) {
        InviteSource exact = open.get(callId);
        List<InviteSource> candidates = exact == null ? List.copyOf(open.values()) : List.of(exact);
        for (InviteSource source : candidates) {
            if (source.isRecordingOf(deviceId, channelId)) {
                source.recordingEnded();
            }
        }
    }

    void endAll() {
        List.copyOf(open.values()).forEach(InviteSource::stationCloses);
    }
}
