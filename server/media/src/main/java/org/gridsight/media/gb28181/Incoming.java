package org.gridsight.media.gb28181;

import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ExtensionHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.message.Request;

/**
 * A request of a device and where it really came from.
 *
 * @param peer the address of the packet, not what its headers claim
 */
record Incoming(Request request, Peer peer) {

    String method() {
        return request.getMethod();
    }

    /** Who says to send it: the user part of From; empty when there is none. */
    String deviceId() {
        FromHeader from = (FromHeader) request.getHeader(FromHeader.NAME);
        return from == null ? "" : SipText.user(from.getAddress().getURI());
    }

    String callId() {
        CallIdHeader header = (CallIdHeader) request.getHeader(CallIdHeader.NAME);
        return header == null ? "" : header.getCallId();
    }

    /** The same for a message and its retransmissions. */
    String sameness() {
        CSeqHeader header = (CSeqHeader) request.getHeader(CSeqHeader.NAME);
        return callId() + ' ' + (header == null ? 0 : header.getSeqNumber()) + ' ' + method();
    }

    /** The device's {@code X-GB-Ver}, 2.0 when it says none. */
    String version() {
        Header header = request.getHeader("X-GB-Ver");
        return header instanceof ExtensionHeader extension
                ? SipText.cut(extension.getValue().strip(), 8)
                : "2.0";
    }

    byte[] body() {
        byte[] raw = request.getRawContent();
        return raw == null ? new byte[0] : raw;
    }
}
