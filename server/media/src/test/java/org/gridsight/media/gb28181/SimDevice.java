package org.gridsight.media.gb28181;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.gridsight.media.Await;
import org.jspecify.annotations.Nullable;

/**
 * A device written by hand, not with JAIN-SIP: its texts are what real devices send. It answers 200 to all requests unless told
 * otherwise, and keeps all it has heard.
 */
public final class SimDevice implements AutoCloseable {

    public static final String DOMAIN = "3402000000";
    public static final String STATION = "34020000002000000001";

    final String id;
    final List<SipMessage> heard = new CopyOnWriteArrayList<>();
    volatile BiConsumer<SimDevice, SipMessage> onRequest = (device, request) -> device.reply(request, 200, "", "");
    private final SipWire wire;
    private final String transport;
    private final AtomicInteger counter = new AtomicInteger(1);
    private final String callId;
    private final Thread reader;
    private volatile boolean closed;
    private volatile boolean cut;

    public SimDevice(String id, int stationPort, boolean tcp) throws IOException {
        this.id = id;
        wire = tcp ? SipWire.tcp(stationPort) : SipWire.udp(stationPort);
        transport = tcp ? "TCP" : "UDP";
        callId = "reg-" + id + '-' + wire.localPort();
        reader = new Thread(this::read, "device-" + id);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        while (!closed) {
            try {
                SipMessage message = SipMessage.parse(wire.receive());
                heard.add(message);
                if (message.isRequest() && !message.method().equals("ACK")) {
                    onRequest.accept(this, message);
                }
            } catch (IOException e) {
                cut = true;
                return;
            }
        }
    }

    /** Whether the station has closed the connection. */
    boolean isCut() {
        return cut;
    }

    /** Signs in as devices do: without digest, then with. Gives the last status. */
    public int register(String password, int expires) {
        send(registerText("", expires));
        SipMessage challenge = await("REGISTER", counter.get() - 1);
        if (challenge.status() != 401) {
            return challenge.status();
        }
        send(registerText(authorization(challenge.header("WWW-Authenticate"), password), expires));
        return await("REGISTER", counter.get() - 1).status();
    }

    String registerText(String authorization, int expires) {
        return request("REGISTER", "sip:" + STATION + '@' + DOMAIN, callId, id)
                + "Contact: <sip:" + id + "@192.168.1.64:5060>\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + "Expires: " + expires + "\r\nX-GB-Ver: 3.0\r\nContent-Length: 0\r\n\r\n";
    }

    String authorization(String challenge, String password) {
        String nonce = challenge.replaceAll(".*nonce=\"([^\"]*)\".*", "$1");
        return authorizationFor(nonce, password);
    }

    String authorizationFor(String nonce, String password) {
        String uri = "sip:" + STATION + '@' + DOMAIN;
        String a1 = md5(id + ':' + DOMAIN + ':' + password);
        String response = md5(a1 + ':' + nonce + ':' + md5("REGISTER:" + uri));
        return "Digest username=\"" + id + "\", realm=\"" + DOMAIN + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=MD5";
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a MANSCDP text in a MESSAGE and gives the status of the answer. */
    public int message(String xml) {
        return message(xml.getBytes(Charset.forName("GB18030")));
    }

    int message(byte[] xml) {
        return ask("MESSAGE", xml, "");
    }

    public int ask(String method, byte[] xml, String moreHeaders) {
        String head = request(method, "sip:" + STATION + '@' + DOMAIN, "m" + counter.get() + '-' + callId, id);
        int number = counter.get() - 1;
        send(
                head + moreHeaders + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + xml.length
                        + "\r\n\r\n",
                xml);
        return await(method, number).status();
    }

    /** The same without waiting for the answer, as from the thread that hears the station. */
    void tell(String xml) {
        byte[] body = xml.getBytes(Charset.forName("GB18030"));
        String head = request("MESSAGE", "sip:" + STATION + '@' + DOMAIN, "t" + counter.get() + '-' + callId, id);
        send(head + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + body.length + "\r\n\r\n", body);
    }

    public int keepalive() {
        return message("<?xml version=\"1.0\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>1</SN>\r\n<DeviceID>"
                + id + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n");
    }

    /** First line and the headers every request has; counts CSeq up. */
    String request(String method, String uri, String call, String from) {
        int number = counter.getAndIncrement();
        return method + ' ' + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/" + transport + " 192.168.1.64:5060;rport;branch=z9hG4bK" + call + number + "\r\n"
                + "From: <sip:" + from + '@' + DOMAIN + ">;tag=dev" + number + "\r\n"
                + "To: <sip:" + (method.equals("REGISTER") ? from : STATION) + '@' + DOMAIN + ">\r\n"
                + "Call-ID: " + call + "\r\nCSeq: " + number + ' ' + method + "\r\nMax-Forwards: 70\r\n";
    }

    void send(String text) {
        send(text, new byte[0]);
    }

    void send(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        sendRaw(all);
    }

    /** Over TCP the station may hang up at any time, which the reader notices. */
    void sendRaw(byte[] all) {
        try {
            wire.send(all);
        } catch (IOException e) {
            if (!closed && transport.equals("UDP")) {
                throw new AssertionError("the device could not send", e);
            }
        }
    }

    /** Ends a call that the station began, as its other side. */
    void hangUp(SipMessage invite) {
        send("BYE sip:" + STATION + "@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/" + transport
                + " 192.168.1.64:5060;rport;branch=z9hG4bKbye" + counter.get() + "\r\nFrom: " + invite.header("To")
                + ";tag=devside\r\nTo: " + invite.header("From") + "\r\nCall-ID: " + invite.header("Call-ID")
                + "\r\nCSeq: 1 BYE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
    }

    /** Answers a request of the station, its headers repeated. */
    void reply(SipMessage request, int status, String moreHeaders, String body) {
        String to = request.header("To");
        send("SIP/2.0 " + status + " X\r\nVia: " + request.header("Via") + "\r\nFrom: " + request.header("From")
                + "\r\nTo: " + to + (to.contains("tag=") || status == 100 ? "" : ";tag=devside") + "\r\nCall-ID: "
                + request.header("Call-ID") + "\r\nCSeq: " + request.header("CSeq") + "\r\n" + moreHeaders
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private SipMessage await(String method, int number) {
        String sequence = number + " " + method;
        Await.until("an answer to " + sequence, () -> find(sequence) != null);
        SipMessage found = find(sequence);
        if (found == null) {
            throw new AssertionError("no answer to " + sequence);
        }
        return found;
    }

    private @Nullable SipMessage find(String sequence) {
        return heard.stream()
                .filter(message ->
                        !message.isRequest() && message.header("CSeq").equals(sequence))
                .findFirst()
                .orElse(null);
    }

    /** Requests of the station so far whose body holds the text. */
    List<SipMessage> requests(String method, String inBody) {
        return heard.stream()
                .filter(message -> message.isRequest()
                        && message.method().equals(method)
                        && message.text().contains(inBody))
                .toList();
    }

    /** Waits until the station has asked so often. */
    public void awaitAsked(int times, String method, String inBody) {
        Await.until(
                times + " " + method + " with " + inBody,
                () -> requests(method, inBody).size() >= times);
    }

    /** Waits for a request of the station. */
    SipMessage awaitRequest(String method, String inBody) {
        Await.until(method + " with " + inBody, () -> !requests(method, inBody).isEmpty());
        return requests(method, inBody).get(0);
    }

    @Override
    public void close() {
        closed = true;
        try {
            wire.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
