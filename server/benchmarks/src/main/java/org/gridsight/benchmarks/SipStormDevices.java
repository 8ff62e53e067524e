package org.gridsight.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Some devices behind one socket: one after the other signs in, then all stay alive and say yes to every question. */
final class SipStormDevices {

    private static final long KEEPALIVE_NANOS = 60_000_000_000L;

    private final InetSocketAddress station;
    private final DatagramSocket socket;
    private final String[] ids;
    private final AtomicLong answered = new AtomicLong();
    private final byte[] room = new byte[65_535];
    private volatile boolean signedIn;
    private int sequence;

    SipStormDevices(InetSocketAddress station, int group, int count) throws IOException {
        this.station = station;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        ids = new String[count];
        for (int i = 0; i < count; i++) {
            ids[i] = String.format("3402000000132%03d%04d", group, i);
        }
    }

    boolean isSignedIn() {
        return signedIn;
    }

    long keepalivesAnswered() {
        return answered.get();
    }

    /** Signs in, answers questions, and says that it lives once that is wanted. */
    void live(AtomicBoolean keepalives, AtomicBoolean over) {
        for (String id : ids) {
            String challenge = ask(id, "");
            ask(id, authorization(id, challenge.replaceAll("(?s).*nonce=\"([^\"]*)\".*", "$1")));
        }
        signedIn = true;
        while (!keepalives.get()) {
            receive(200);
        }
        stayAlive(over);
    }

    private String ask(String id, String authorization) {
        for (int attempt = 0; attempt < 50; attempt++) {
            int number = ++sequence;
            send(head("REGISTER", id, number) + "Contact: <sip:" + id + "@10.0.0.1:5060>\r\n" + authorization
                    + "Expires: 3600\r\nContent-Length: 0\r\n\r\n");
            long until = System.nanoTime() + 2_000_000_000L;
            while (System.nanoTime() < until) {
                String text = receive(500);
                if (text.contains("CSeq: " + number + " REGISTER")) {
                    return text;
                }
            }
        }
        throw new IllegalStateException("the station does not answer");
    }

    /** Spreads the keepalives of its devices over the minute. */
    private void stayAlive(AtomicBoolean over) {
        long step = KEEPALIVE_NANOS / ids.length;
        long next = System.nanoTime();
        int turn = 0;
        while (!over.get()) {
            long wait = (next - System.nanoTime()) / 1_000_000;
            if (wait > 0) {
                receive((int) wait);
            } else {
                keepalive(ids[turn]);
                turn = (turn + 1) % ids.length;
                next += step;
            }
        }
    }

    private void keepalive(String id) {
        String body = "<?xml version=\"1.0\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>1</SN>\r\n<DeviceID>"
                + id + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
        send(head("MESSAGE", id, ++sequence) + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private String head(String method, String id, int number) {
        return method + " sip:" + SipStormStation.ID
                + "@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9hG4bK"
                + id + number + "\r\nFrom: <sip:" + id + "@3402000000>;tag=t" + number + "\r\nTo: <sip:" + id
                + "@3402000000>\r\nCall-ID: c" + id + "\r\nCSeq: " + number + ' ' + method + "\r\nMax-Forwards: 70\r\n";
    }

    static String authorization(String id, String nonce) {
        String uri = "sip:" + SipStormStation.ID + "@3402000000";
        String a1 = md5(id + ':' + SipStormStation.DOMAIN + ':' + SipStormStation.PASSWORD);
        String proof = md5(a1 + ':' + nonce + ':' + md5("REGISTER:" + uri));
        return "Authorization: Digest username=\"" + id + "\", realm=\"" + SipStormStation.DOMAIN + "\", nonce=\""
                + nonce + "\", uri=\"" + uri + "\", response=\"" + proof + "\", algorithm=MD5\r\n";
    }

    private static String md5(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next answer to one of our requests, or nothing in time; questions of the station are answered on the way. */
    private String receive(int milliseconds) {
        try {
            socket.setSoTimeout(milliseconds);
            DatagramPacket packet = new DatagramPacket(room, room.length);
            socket.receive(packet);
            String text = new String(room, 0, packet.getLength(), StandardCharsets.ISO_8859_1);
            if (!text.startsWith("SIP/2.0")) {
                send(yes(text));
                return "";
            }
            if (text.startsWith("SIP/2.0 200") && text.contains(" MESSAGE\r\n")) {
                answered.incrementAndGet();
            }
            return text;
        } catch (SocketTimeoutException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yes(String request) {
        StringBuilder text = new StringBuilder("SIP/2.0 200 OK\r\n");
        for (String line : request.split("\r\n\r\n", 2)[0].split("\r\n")) {
            if (line.matches("(Via|From|Call-ID|CSeq):.*")) {
                text.append(line).append("\r\n");
            } else if (line.startsWith("To:")) {
                text.append(line)
                        .append(line.contains("tag=") ? "" : ";tag=storm")
                        .append("\r\n");
            }
        }
        return text.append("Content-Length: 0\r\n\r\n").toString();
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, station));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
