package org.gridsight.media.gb28181;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.gridsight.media.ps.PsWriter;
import org.gridsight.media.ps.SyntheticVideo;

/** The pictures of a simulated device: answers INVITE and sends a short clip where it was asked to. */
final class SimCamera implements BiConsumer<SimDevice, SipMessage>, AutoCloseable {

    static final int PICTURES = 30;

    /** The packet of the second group that never comes over UDP. */
    private static final int LOST = 24;

    /** What it does once it has agreed. */
    enum Manner {
        TCP,
        UDP,
        WAIT_FOR_CALL,
        SEND_NOTHING,
        SEND_JUNK,
        EMPTY_SDP,
        CLOSE_AT_END,
        /** Somebody at another host finds the port before the camera does, and tries again in the middle. */
        TCP_AFTER_STRANGER,
        UDP_AFTER_STRANGER,
        /** Its media server stands elsewhere and keeps to the agreed SSRC. */
        UDP_FROM_ELSEWHERE,
        /** Begins in the middle of a group and gives a key picture only when it is asked for one. */
        KEY_WHEN_ASKED
    }

    private final Manner manner;
    private final List<AutoCloseable> open = new ArrayList<>();
    volatile int sentPackets;
    // of the device's thread
    private Socket line = new Socket();

    SimCamera(Manner manner) {
        this.manner = manner;
    }

    @Override
    public void accept(SimDevice device, SipMessage request) {
        if (!request.method().equals("INVITE")) {
            device.reply(request, 200, "", "");
            if (manner == Manner.KEY_WHEN_ASKED && request.text().contains("<IFameCmd>")) {
                sendAll(clip());
            }
            return;
        }
        device.reply(request, 100, "", "");
        try {
            agree(device, request);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void agree(SimDevice device, SipMessage request) throws IOException {
        int port = Integer.parseInt(request.text().replaceAll("(?s).*m=video (\\d+) .*", "$1"));
        ServerSocket server = keep(new ServerSocket(0, 1, local()));
        int own = manner == Manner.WAIT_FOR_CALL ? server.getLocalPort() : 9;
        String sdp =
                "v=0\r\no=" + device.id + " 0 0 IN IP4 127.0.0.1\r\ns=Play\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video "
                        + own + " TCP/RTP/AVP 96\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\ny=0999999999\r\n";
        device.reply(
                request,
                200,
                "Contact: <sip:" + device.id + "@192.168.1.64:5060>\r\nContent-Type: APPLICATION/SDP\r\n",
                manner == Manner.EMPTY_SDP ? "" : sdp);
        show(port, request, server);
    }

    private void show(int port, SipMessage request, ServerSocket server) throws IOException {
        switch (manner) {
            case SEND_NOTHING -> {}
            case UDP -> sendDatagrams(port);
            case TCP_AFTER_STRANGER -> {
                callFromElsewhere(port);
                Socket camera = keep(new Socket(local(), port));
                callFromElsewhere(port);
                send(camera);
            }
            case UDP_AFTER_STRANGER -> {
                sendFromElsewhere(port, List.of(junk()));
                sendDatagrams(port);
            }
            case UDP_FROM_ELSEWHERE -> {
                int agreed = Integer.parseInt(request.text().replaceAll("(?s).*y=(\\d+).*", "$1"));
                List<byte[]> packets = clip();
                packets.forEach(packet -> ByteBuffer.wrap(packet).putInt(8, agreed));
                sendFromElsewhere(port, packets);
            }
            case WAIT_FOR_CALL -> send(keep(server.accept()));
            case KEY_WHEN_ASKED -> {
                line = keep(new Socket(local(), port));
                sendAll(clip().subList(8, 12));
            }
            default -> send(keep(new Socket(local(), port)));
        }
    }

    private static InetAddress local() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    private static InetAddress elsewhere() throws IOException {
        return InetAddress.getByName("127.0.0.2");
    }

    private static byte[] junk() {
        return new PsWriter(PsWriter.Style.USUAL, 1_400, 7)
                .packets(new byte[900], 0, true)
                .get(0);
    }

    private void callFromElsewhere(int port) throws IOException {
        keep(new Socket(local(), port, elsewhere(), 0)).getOutputStream().write(PsWriter.framed(junk()));
    }

    private void sendFromElsewhere(int port, List<byte[]> packets) throws IOException {
        DatagramSocket socket = keep(new DatagramSocket(0, elsewhere()));
        for (byte[] packet : packets) {
            socket.send(new DatagramPacket(packet, packet.length, local(), port));
        }
    }

    private <T extends AutoCloseable> T keep(T opened) {
        open.add(opened);
        return opened;
    }

    private List<byte[]> clip() {
        PsWriter writer = new PsWriter(PsWriter.Style.USUAL, 1_400, 65_530);
        SyntheticVideo video = new SyntheticVideo(21, false);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            boolean key = i % 10 == 0;
            byte[] piece = manner == Manner.SEND_JUNK
                    ? new byte[4_000]
                    : writer.picture(video.picture(key, 1, key ? 8_000 : 1_000), key, i * 3_600L);
            packets.addAll(writer.packets(piece, i * 3_600L, true));
        }
        return packets;
    }

    private void sendAll(List<byte[]> packets) {
        try {
            for (byte[] packet : packets) {
                line.getOutputStream().write(PsWriter.framed(packet));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void send(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (byte[] packet : clip()) {
            out.write(PsWriter.framed(packet));
            sentPackets++;
        }
        if (manner == Manner.CLOSE_AT_END) {
            socket.close();
        }
    }

    /**
     * Each pair of packets but the first the wrong way round, until one of the second group is lost; the last group comes whole
     * and in order, however long this thread is held up between two packets.
     */
    private void sendDatagrams(int port) throws IOException {
        DatagramSocket socket = keep(new DatagramSocket(0, local()));
        List<byte[]> packets = clip();
        for (int i = 0; i + 1 < packets.size(); i += 2) {
            boolean inOrder = i == 0 || i > LOST;
            for (int next : inOrder ? new int[] {i, i + 1} : new int[] {i + 1, i}) {
                byte[] packet = packets.get(next);
                if (next != LOST) {
                    socket.send(new DatagramPacket(packet, packet.length, local(), port));
                    sentPackets++;
                }
            }
        }
    }

    @Override
    public void close() {
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
