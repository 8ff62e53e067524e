package org.gridsight.media.gb28181;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Writes our requests. Belongs to the station's thread. */
final class SipWriter {

    private final SipSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final HeaderFactory headers = new HeaderFactoryImpl();
    private final AddressFactory addresses = new AddressFactoryImpl();
    private final MessageFactory messages = new MessageFactoryImpl();

    SipWriter(SipSettings settings) {
        this.settings = settings;
    }

    MessageFactory messages() {
        return messages;
    }

    HeaderFactory headers() {
        return headers;
    }

    String newTag() {
        return randomHex(6);
    }

    /** A new exchange with a channel or device, sent to where its device is. */
    Talk talk(String targetId, Peer peer) {
        return talk(settings.id(), new Talk.Party(targetId, settings.domain(), ""), peer);
    }

    /** A new exchange in which we go by this name, with somebody of another domain. */
    Talk talk(String ownId, Talk.Party remote, Peer peer) {
        Talk.Party local = new Talk.Party(ownId, settings.domain(), newTag());
        return new Talk(randomHex(16) + '@' + settings.id(), local, remote, peer);
    }

    /** What we say in an exchange that the other side began, to where it speaks from; we go by the name it called. */
    Talk answering(Incoming incoming, String ownId) {
        FromHeader from = (FromHeader) incoming.request().getHeader(FromHeader.NAME);
        ContactHeader contact = (ContactHeader) incoming.request().getHeader(ContactHeader.NAME);
        URI theirs = from.getAddress().getURI();
        String domain = theirs instanceof SipURI sip ? sip.getHost() : settings.domain();
        String tag = from.getTag() == null ? "" : from.getTag();
        Talk.Party local = new Talk.Party(ownId, settings.domain(), newTag());
        Talk talk =
                new Talk(incoming.callId(), local, new Talk.Party(SipText.user(theirs), domain, tag), incoming.peer());
        String wanted = contact == null || contact.getAddress() == null
                ? ""
                : SipText.user(contact.getAddress().getURI());
        return wanted.isEmpty() ? talk : talk.addressedTo(wanted);
    }

    /** Our end of an exchange, the same in each of its answers. */
    void setTag(Response response, String tag) throws ParseException {
        ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
    }

    private String randomHex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    /** The next request of a talk. */
    Request next(Talk talk, String method) {
        return request(talk, method, talk.nextSequence());
    }

    /** The ACK of the last INVITE. */
    Request ack(Talk talk, long sequence) {
        return request(talk, Request.ACK, sequence);
    }

    private Request request(Talk talk, String method, long sequence) {
        try {
            SipURI target =
                    uri(talk.remoteUser(), talk.peer().uriHost(), talk.peer().port());
            if (talk.peer().tcp()) {
                target.setTransportParam("tcp");
            }
            FromHeader from =
                    headers.createFromHeader(address(talk.local()), talk.local().tag());
            ToHeader to = headers.createToHeader(address(talk.remote()), null);
            if (!talk.remoteTag().isEmpty()) {
                to.setTag(talk.remoteTag());
            }
            ViaHeader via = headers.createViaHeader(
                    settings.address(), settings.port(), talk.peer().transport(), "z9hG4bK" + randomHex(8));
            via.setRPort();
            Request request = messages.createRequest(
                    target,
                    method,
                    headers.createCallIdHeader(talk.callId()),
                    headers.createCSeqHeader(sequence, method),
                    from,
                    to,
                    List.of(via),
                    headers.createMaxForwardsHeader(70));
            request.addHeader(contact());
            request.addHeader(headers.createUserAgentHeader(List.of("GridSight")));
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalArgumentException("no SIP request can be written for " + method, e);
        }
    }

    private Address address(Talk.Party party) throws ParseException {
        return addresses.createAddress(addresses.createSipURI(party.user(), party.domain()));
    }

    ContactHeader contact() throws ParseException {
        return headers.createContactHeader(
                addresses.createAddress(uri(settings.id(), settings.address(), settings.port())));
    }

    private SipURI uri(String user, String host, int port) throws ParseException {
        SipURI uri = addresses.createSipURI(user, host);
        uri.setPort(port);
        return uri;
    }

    void setBody(Message message, byte[] body, String type, String subtype) {
        try {
            message.setContent(body, headers.createContentTypeHeader(type, subtype));
        } catch (ParseException e) {
            throw new IllegalArgumentException("no body of type " + type + '/' + subtype, e);
        }
    }

    void add(Message message, String name, String value) {
        try {
            Header header = headers.createHeader(name, value);
            message.addHeader(header);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no header " + name, e);
        }
    }

    static String callId(Message message) {
        CallIdHeader header = (CallIdHeader) message.getHeader(CallIdHeader.NAME);
        return header == null ? "" : header.getCallId();
    }
}
