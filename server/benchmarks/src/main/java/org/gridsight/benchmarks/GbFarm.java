package org.gridsight.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A GB/T 28181 recorder with many channels over real sockets: SIP over UDP, pictures over TCP. Each stream begins in the
 * middle of its group, as that of a camera that is running already; asked for a key picture it gives one after a while.
 */
final class GbFarm implements AutoCloseable {

    static final String DEVICE = "34020000001110000001";

    private static final long STEP_NANOS = 1_000_000_000L / MediaClip.RATE;
    private static final long KEY_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final MediaClip clip;
    private final DatagramSocket socket;
    private final InetSocketAddress station;
    private final Map<String, AtomicLong> keyDue = new ConcurrentHashMap<>();
    private final Random random = new Random(1);
    private int sequence;

    GbFarm(MediaClip clip, int stationPort) throws IOException {
        this.clip = clip;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        station = new InetSocketAddress(InetAddress.getLoopbackAddress(), stationPort);
        register(register("").replaceAll("(?s).*nonce=\"([^\"]*)\".*", "$1"));
        MediaFarm.daemon(this::listen);
    }

    /** The channel behind a camera of {@link GbRelay}, which ends in its number. */
    static String channel(String camera) {
        return String.format("340200000013%08d", Integer.parseInt(camera.replaceAll("\\D", "")));
    }

    private String register(String nonce) throws IOException {
        String proof = nonce.isEmpty() ? "" : SipStormDevices.authorization(DEVICE, nonce);
        int number = ++sequence;
        send("REGISTER sip:" + SipStormStation.ID + "@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                + socket.getLocalPort() + ";rport;branch=z9hG4bKgb" + number + "\r\nFrom: <sip:" + DEVICE
                + "@3402000000>;tag=t" + number + "\r\nTo: <sip:" + DEVICE + "@3402000000>\r\nCall-ID: c" + DEVICE
                + "\r\nCSeq: " + number + " REGISTER\r\nMax-Forwards: 70\r\nContact: <sip:" + DEVICE + "@127.0.0.1:"
                + socket.getLocalPort() + ">\r\n" + proof + "Expires: 3600\r\nContent-Length: 0\r\n\r\n");
        String answer = receive();
        while (!answer.contains("CSeq: " + number + " REGISTER")) {
            answer = receive();
        }
        return answer;
    }

    private void listen() {
        try {
            while (true) {
                String text = receive();
                if (text.startsWith("INVITE")) {
                    invited(text);
                } else if (!text.startsWith("SIP/2.0") && !text.startsWith("ACK")) {
                    asked(text);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void invited(String text) throws IOException {
        String channel = text.replaceAll("(?s)INVITE sip:(\\d+)@.*", "$1");
        int port = Integer.parseInt(text.replaceAll("(?s).*m=video (\\d+) .*", "$1"));
        String sdp = "v=0\r\no=" + channel + " 0 0 IN IP4 127.0.0.1\r\ns=Play\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=video 9 TCP/RTP/AVP 96\r\na=sendonly\r\na=setup:active\r\na=rtpmap:96 PS/90000\r\n";
        String head = SipStormDevices.yes(text);
        send(head.substring(0, head.indexOf("Content-Length"))
                + "Contact: <sip:" + channel + "@127.0.0.1:" + socket.getLocalPort()
                + ">\r\nContent-Type: APPLICATION/SDP\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp);
        AtomicLong due = new AtomicLong();
        keyDue.put(channel, due);
        int from = random.nextInt(clip.plain.size());
        MediaFarm.daemon(() -> play(port, from, due));
    }

    private void asked(String text) throws IOException {
        send(SipStormDevices.yes(text));
        if (text.contains("IFameCmd")) {
            String channel = text.replaceAll("(?s).*<DeviceID>(\\d+)</DeviceID>.*", "$1");
            AtomicLong due = keyDue.get(channel);
            if (due != null) {
                due.compareAndSet(0, System.nanoTime() + KEY_AFTER_NANOS);
            }
        }
    }

    private void play(int port, int from, AtomicLong keyDue) {
        PsPackets packets = new PsPackets();
        int picture = from;
        long due = System.nanoTime();
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setTcpNoDelay(true);
            OutputStream out = line.getOutputStream();
            while (true) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() - due < 0) {
                    continue;
                }
                long wanted = keyDue.get();
                if (wanted != 0 && System.nanoTime() - wanted >= 0) {
                    keyDue.set(0);
                    picture = 0;
                }
                out.write(packets.of(clip.plain.get(picture)));
                picture = (picture + 1) % clip.plain.size();
                due += STEP_NANOS;
            }
        } catch (IOException e) {
            // the station has hung up
        }
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, station));
    }

    @Override
    public void close() {
        socket.close();
    }
}
