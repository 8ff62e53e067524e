package org.gridsight.media.gb28181;

import gov.nist.javax.sip.header.ExtensionHeaderImpl;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.text.ParseException;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * JAIN-SIP behind a door: requests of devices come out of it as {@link Incoming}, ours go in as a {@link Talk} and come back
 * as an {@link Answer}. Requests of devices are answered without transactions: 5,000 keepalives cost no tables, and every
 * answer of ours may be repeated.
 */
final class SipDoor implements SipListener, AutoCloseable {

    /** Who hears what comes in; called on threads of JAIN-SIP. */
    interface Hearer {

        void request(Incoming incoming);

        /** An answer that belongs to no transaction any more: a repeated 200 to an INVITE. */
        void strayAnswer(String callId, Answer answer);
    }

    private final OwnSipStack stack;
    private final SipProvider provider;
    private final SipWriter writer;
    private final Hearer hearer;
    private final Faults faults;

    /** For a side that is called and never calls. */
    SipDoor(SipSettings settings, Hearer hearer, Faults faults) throws IOException {
        this(settings, hearer, faults, new CalledOnlyNetwork(faults));
    }

    SipDoor(SipSettings settings, Hearer hearer, Faults faults, CalledOnlyNetwork network) throws IOException {
        this.hearer = hearer;
        this.faults = faults;
        writer = new SipWriter(settings);
        stack = OwnSipStack.create(faults, network);
        try {
            ListeningPoint udp = stack.createListeningPoint(settings.bindAddress(), settings.port(), "udp");
            ListeningPoint tcp = stack.createListeningPoint(settings.bindAddress(), settings.port(), "tcp");
            provider = stack.createSipProvider(udp);
            provider.addListeningPoint(tcp);
            provider.addSipListener(this);
            stack.start();
        } catch (SipException | InvalidArgumentException | java.util.TooManyListenersException e) {
            stack.stop();
            throw new IOException("SIP port " + settings.port() + " cannot be opened: it may be in use", e);
        }
    }

    SipWriter writer() {
        return writer;
    }

    /** Sends a request outside or inside a talk; the answer, or {@link Answer#NONE}, comes to {@code then} once or more. */
    @Nullable
    ClientTransaction send(Request request, Consumer<Answer> then) {
        try {
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            transaction.setApplicationData(then);
            transaction.sendRequest();
            return transaction;
        } catch (SipException | RuntimeException e) {
            // a connection that is gone comes as either
            faults.count("sip-send-failed");
            then.accept(Answer.NONE);
            return null;
        }
    }

    /** Sends an ACK, which nobody answers. */
    void sendOnly(Request request) {
        try {
            provider.sendRequest(request);
        } catch (SipException | RuntimeException e) {
            faults.count("sip-send-failed");
        }
    }

    /** Takes an INVITE back that has not been answered finally. */
    void cancel(ClientTransaction invite) {
        try {
            provider.getNewClientTransaction(invite.createCancel()).sendRequest();
        } catch (SipException | RuntimeException e) {
            faults.count("sip-send-failed");
        }
    }

    /** Answers to where the request came from, whatever its Via says. */
    void reply(Incoming incoming, int status, Consumer<Response> more) {
        try {
            Response response = writer.messages().createResponse(status, incoming.request());
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (to.getTag() == null) {
                to.setTag(writer.newTag());
            }
            ViaHeader via = (ViaHeader) response.getHeader(ViaHeader.NAME);
            via.setReceived(incoming.peer().host());
            via.setParameter("rport", String.valueOf(incoming.peer().port()));
            more.accept(response);
            provider.sendResponse(response);
        } catch (SipException | ParseException | RuntimeException e) {
            faults.count("sip-send-failed");
        }
    }

    void reply(Incoming incoming, int status) {
        reply(incoming, status, response -> {});
    }

    /** A header whose value JAIN-SIP would not accept, such as the local time of GB/T 28181 in Date. */
    static ExtensionHeaderImpl header(String name, String value) {
        ExtensionHeaderImpl header = new ExtensionHeaderImpl(name);
        header.setValue(value);
        return header;
    }

    @Override
    public void processRequest(RequestEvent event) {
        // what the request event calls remote is what the Via claims; this is where the packet came from
        SIPRequest request = (SIPRequest) event.getRequest();
        ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        if (via == null || request.getPeerPacketSourceAddress() == null) {
            faults.count("sip-malformed");
            return;
        }
        boolean tcp = !"udp".equalsIgnoreCase(via.getTransport());
        String host = request.getPeerPacketSourceAddress().getHostAddress();
        hearer.request(new Incoming(request, new Peer(host, request.getPeerPacketSourcePort(), tcp)));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        Answer answer = new Answer(event.getResponse().getStatusCode(), event.getResponse());
        ClientTransaction transaction = event.getClientTransaction();
        @Nullable Consumer<Answer> then = transaction == null ? null : waiting(transaction.getApplicationData());
        if (then == null) {
            hearer.strayAnswer(SipWriter.callId(event.getResponse()), answer);
        } else {
            then.accept(answer);
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        @Nullable
        Consumer<Answer> then = event.isServerTransaction()
                ? null
                : waiting(event.getClientTransaction().getApplicationData());
        if (then != null) {
            then.accept(Answer.NONE);
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Consumer<Answer> waiting(@Nullable Object data) {
        return data instanceof Consumer<?> then ? (Consumer<Answer>) then : null;
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        faults.count("sip-connection-lost");
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    /** Its ports and connections are closed when this returns; JAIN-SIP tidies up for a second more. */
    @Override
    public void close() {
        provider.removeSipListener(this);
        try {
            for (ListeningPoint point : provider.getListeningPoints()) {
                stack.deleteListeningPoint(point);
            }
        } catch (ObjectInUseException e) {
            faults.count("sip-close-failed");
        }
        stack.closeAllSockets();
        SipThread.daemon(stack::stop, "gridsight-sip-end").start();
    }
}
