package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Response;
import org.gridsight.media.net.LiteralAddress;

/** The streams that an upper platform is given, by Call-ID. Belongs to the link's thread; the count may be read by all. */
final class UpperCalls {

    private static final int MOST_STREAMS = 200;
    private static final int FIRST_MEDIA_PORT = 1_024;

    private final UpperLine line;
    private final Sharing sharing;
    private final MediaPorts ports;
    private final Map<String, UpperCall> open = new HashMap<>();
    private volatile int count;

    UpperCalls(UpperLine line, Sharing sharing) {
        this.line = line;
        this.sharing = sharing;
        ports = new MediaPorts(line.own().firstMediaPort(), line.own().lastMediaPort());
    }

    int count() {
        return count;
    }

    void invite(Incoming incoming) {
        UpperCall known = open.get(incoming.callId());
        if (known != null) {
            known.answerTo(incoming);
            return;
        }
        if (!line.believes(incoming)) {
            refuse(incoming, "up-stranger", Response.FORBIDDEN);
            return;
        }
        SdpOffer offer = SdpOffer.read(incoming.body());
        Optional<InetSocketAddress> receiver = receiver(offer);
        if (!offer.session().equalsIgnoreCase("Play") && !offer.isPlayback()) {
            // downloads, and recordings of no time
            refuse(incoming, "up-session-refused", Response.NOT_ACCEPTABLE_HERE);
        } else if (receiver.isEmpty()) {
            refuse(incoming, "up-media-address-refused", Response.FORBIDDEN);
        } else if (open.size() >= MOST_STREAMS) {
            refuse(incoming, "up-too-many", Response.BUSY_HERE);
        } else {
            line.door().reply(incoming, Response.TRYING);
            agree(incoming, offer, receiver.get());
        }
    }

    private void refuse(Incoming incoming, String code, int status) {
        line.faults().count(code);
        line.door().reply(incoming, status);
    }

    /** Where the pictures shall go, if they may go there. */
    private Optional<InetSocketAddress> receiver(SdpOffer offer) {
        int port = offer.place().port();
        String host = offer.place().host().orElse("");
        boolean portFits = offer.weListen() || port >= FIRST_MEDIA_PORT;
        if (host.isEmpty() || !portFits) {
            return Optional.empty();
        }
        Optional<InetAddress> address = LiteralAddress.of(host);
        if (address.isEmpty()) {
            line.faults().count("up-media-address-name");
        }
        return address.map(literal -> new InetSocketAddress(literal, port))
                .filter(line.own().mayConnect());
    }

    private void agree(Incoming incoming, SdpOffer offer, InetSocketAddress receiver) {
        String channelId = SipText.user(incoming.request().getRequestURI());
        SharedStream stream;
        try {
            stream = offer.isPlayback()
                    ? sharing.recording(channelId, offer.span().orElseThrow())
                    : sharing.open(channelId);
        } catch (NotShared refused) {
            refuse(incoming, "up-not-shared", refused.status());
            return;
        }
        UpperCall call = new UpperCall(line, incoming, channelId, stream, this::gone);
        open.put(call.callId(), call);
        count = open.size();
        try {
            call.agree(offer, receiver, ports);
        } catch (IOException e) {
            refuse(incoming, "up-no-media-port", Response.SERVICE_UNAVAILABLE);
            call.end("up-no-media-port", false);
        }
    }

    private void gone(UpperCall call) {
        open.remove(call.callId());
        count = open.size();
    }

    void confirm(Incoming incoming) {
        UpperCall call = open.get(incoming.callId());
        if (call != null && line.believes(incoming)) {
            call.confirm();
        }
    }

    /** INFO inside a stream; outside of one it is nothing to us. */
    void control(Incoming incoming) {
        UpperCall call = open.get(incoming.callId());
        int status = call != null && line.believes(incoming) ? call.control(incoming.body()) : Response.OK;
        line.door().reply(incoming, status);
    }

    /** BYE, or CANCEL before it was confirmed. */
    void bye(Incoming incoming) {
        UpperCall call = open.get(incoming.callId());
        if (call == null || !line.believes(incoming)) {
            line.door().reply(incoming, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        line.door().reply(incoming, Response.OK);
        call.end("up-hung-up", false);
    }

    /** Ends the streams of a channel that may no longer be given. */
    void end(String channelId, String cause) {
        for (UpperCall call : List.copyOf(open.values())) {
            if (call.channelId().equals(channelId)) {
                call.end(cause, true);
            }
        }
    }

    void endAll(String cause) {
        List.copyOf(open.values()).forEach(call -> call.end(cause, true));
    }
}
