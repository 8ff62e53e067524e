package org.gridsight.media.gb28181;

import gov.nist.core.CommonLogger;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.io.IOException;
import java.text.ParseException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.TransportNotSupportedException;

/** JAIN-SIP as we want it: no dialogs of its own, no logs, calls out over TCP only as its network allows, bounded messages, bad texts counted. */
final class OwnSipStack extends SipStackImpl {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int MAX_MESSAGE = 1 << 20;
    /** JAIN-SIP makes a buffer of the greatest length for each packet; {@link MeteredDatagrams} brings its own. */
    private static final int DATAGRAM_BUFFER = 1;

    private OwnSipStack(Properties properties, Faults faults, NetworkLayer network) throws PeerUnavailableException {
        super(properties);
        networkLayer = network;
        setMessageParserFactory(ignored -> parser(faults));
    }

    /** Reads texts of strangers; what it cannot read is counted. */
    static MessageParser parser(Faults faults) {
        return new CountingParser(faults);
    }

    @Override
    public synchronized ListeningPoint createListeningPoint(String address, int port, String transport)
            throws TransportNotSupportedException, InvalidArgumentException {
        maxMessageSize = "udp".equals(transport) ? DATAGRAM_BUFFER : MAX_MESSAGE;
        try {
            return super.createListeningPoint(address, port, transport);
        } finally {
            maxMessageSize = MAX_MESSAGE;
        }
    }

    static OwnSipStack create(Faults faults, NetworkLayer network) throws IOException {
        Properties properties = new Properties();
        String own = "gov.nist.javax.sip.";
        properties.setProperty("javax.sip.STACK_NAME", "gridsight-" + NUMBER.incrementAndGet());
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty(own + "STACK_LOGGER", SilentLog.class.getName());
        properties.setProperty(own + "SERVER_LOGGER", SilentLog.class.getName());
        properties.setProperty(own + "TRACE_LEVEL", "0");
        properties.setProperty(own + "MAX_MESSAGE_SIZE", String.valueOf(MAX_MESSAGE));
        properties.setProperty(own + "REENTRANT_LISTENER", "true");
        properties.setProperty(own + "THREAD_POOL_SIZE", "2");
        properties.setProperty(own + "RECEIVE_UDP_BUFFER_SIZE", String.valueOf(4 << 20));
        properties.setProperty(own + "SEND_UDP_BUFFER_SIZE", String.valueOf(1 << 20));
        properties.setProperty(own + "DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty(own + "CONGESTION_CONTROL_TIMEOUT", "8000");
        properties.setProperty(own + "MAX_CONNECTIONS", "2000");
        CommonLogger.useLegacyLogger = true;
        try {
            return new OwnSipStack(properties, faults, network);
        } catch (PeerUnavailableException e) {
            throw new IOException("JAIN-SIP did not start", e);
        }
    }

    /** Counts what cannot be read; JAIN-SIP itself drops it. */
    private static final class CountingParser extends StringMsgParser {

        private final Faults faults;

        CountingParser(Faults faults) {
            this.faults = faults;
        }

        @Override
        public SIPMessage parseSIPMessage(
                byte[] text, boolean readBody, boolean strict, ParseExceptionListener listener) throws ParseException {
            if (ViaComments.isIn(text)) {
                faults.count("sip-malformed");
                throw new ParseException("a comment in Via", 0);
            }
            try {
                return super.parseSIPMessage(text, readBody, strict, listener);
            } catch (ParseException e) {
                faults.count("sip-malformed");
                throw e;
            } catch (RuntimeException e) {
                // the parser runs off the end of some texts
                faults.count("sip-malformed");
                throw new ParseException("unreadable", 0);
            }
        }
    }
}
