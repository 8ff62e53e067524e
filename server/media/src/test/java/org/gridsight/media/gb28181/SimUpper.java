package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gridsight.media.Await;

/** An upper platform on a bare UDP socket, written by hand: it does what a test says, also what none should do. */
final class SimUpper implements AutoCloseable {

    final List<SipMessage> heard = new CopyOnWriteArrayList<>();
    /** What it does with a request; nothing is also something. */
    volatile Consumer<SipMessage> onRequest = request -> {};

    private final DatagramSocket socket;
    private final AtomicInteger counter = new AtomicInteger(100);
    private volatile SocketAddress link = new InetSocketAddress("127.0.0.1", 9);
    private volatile boolean closed;

    SimUpper() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread reader = new Thread(this::read, "sim-upper");
        reader.setDaemon(true);
        reader.start();
    }

    UpperPlatform platform(String password) {
        return new UpperPlatform(
                SimDevice.STATION,
                SimDevice.DOMAIN,
                "127.0.0.1",
                socket.getLocalPort(),
                false,
                SharedCameras.OWN,
                password,
                "2.0",
                false);
    }

    private void read() {
        while (!closed) {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            link = packet.getSocketAddress();
            SipMessage message = SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
            heard.add(message);
            if (message.isRequest()) {
                onRequest.accept(message);
            }
        }
    }

    /** Where the link is, once it has been heard. */
    SocketAddress link() {
        return link;
    }

    /** Requests so far, each once however often it was sent. */
    List<SipMessage> requests(String method) {
        return heard.stream()
                .filter(message -> message.isRequest() && message.method().equals(method))
                .filter(message -> heard.stream()
                                .filter(other -> other.isRequest()
                                        && other.header("CSeq").equals(message.header("CSeq"))
                                        && other.header("Call-ID").equals(message.header("Call-ID")))
                                .findFirst()
                                .orElse(message)
                        == message)
                .toList();
    }

    void reply(SipMessage request, int status, String moreHeaders) {
        String to = request.header("To");
        send("SIP/2.0 " + status + " X\r\nVia: " + request.header("Via") + "\r\nFrom: " + request.header("From")
                + "\r\nTo: " + to + (to.contains("tag=") ? "" : ";tag=upper") + "\r\nCall-ID: "
                + request.header("Call-ID") + "\r\nCSeq: " + request.header("CSeq") + "\r\n" + moreHeaders
                + "Content-Length: 0\r\n\r\n");
    }

    /** 401 with these words behind {@code Digest}. */
    void challenge(SipMessage request, String words) {
        reply(request, 401, "WWW-Authenticate: Digest realm=\"" + SimDevice.DOMAIN + "\"," + words + "\r\n");
    }

    /** Lets the link in whatever it says. */
    void welcome(SipMessage request, int expires) {
        reply(request, 200, "Expires: " + expires + "\r\n");
    }

    /** Sends a request; gives the Call-ID. */
    String request(String method, String channelId, String callId, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int number = counter.getAndIncrement();
        send(method + " sip:" + channelId + "@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                + socket.getLocalPort() + ";rport;branch=z9hG4bKup" + number + "\r\nFrom: <sip:" + SimDevice.STATION
                + '@' + SimDevice.DOMAIN + ">;tag=fromabove\r\nTo: <sip:" + channelId + '@' + SimDevice.DOMAIN
                + ">\r\nCall-ID: " + callId + "\r\nCSeq: " + number + ' ' + method
                + "\r\nMax-Forwards: 70\r\nContact: <sip:" + SimDevice.STATION + "@127.0.0.1:"
                + socket.getLocalPort() + ">\r\nContent-Type: "
                + (body.startsWith("v=") ? "APPLICATION/SDP" : "Application/MANSCDP+xml") + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n" + body);
        return callId;
    }

    /** The final answer to a request, by its Call-ID and method. */
    SipMessage awaitAnswer(String callId, String method) {
        Await.until(
                "an answer to " + method + ' ' + callId,
                () -> !answers(callId, method).isEmpty());
        return answers(callId, method).get(0);
    }

    List<SipMessage> answers(String callId, String method) {
        return heard.stream()
                .filter(message -> !message.isRequest()
                        && message.status() >= 200
                        && message.method().equals(method)
                        && message.header("Call-ID").equals(callId))
                .toList();
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, link));
        } catch (IOException e) {
            if (!closed) {
                throw new AssertionError("the upper platform could not send", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        socket.close();
    }
}
