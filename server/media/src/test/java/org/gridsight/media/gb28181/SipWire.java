package org.gridsight.media.gb28181;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Carries SIP texts of a simulated device over UDP or TCP, byte for byte. */
interface SipWire extends AutoCloseable {

    void send(byte[] text) throws IOException;

    /** Waits for the next text; fails when the wire is closed. */
    byte[] receive() throws IOException;

    int localPort();

    @Override
    void close() throws IOException;

    static SipWire udp(int stationPort) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        InetSocketAddress station = new InetSocketAddress("127.0.0.1", stationPort);
        return new SipWire() {
            @Override
            public void send(byte[] text) throws IOException {
                socket.send(new DatagramPacket(text, text.length, station));
            }

            @Override
            public byte[] receive() throws IOException {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                socket.receive(packet);
                return Arrays.copyOf(packet.getData(), packet.getLength());
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    static SipWire tcp(int stationPort) throws IOException {
        Socket socket = new Socket("127.0.0.1", stationPort);
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        return new SipWire() {
            @Override
            public void send(byte[] text) throws IOException {
                socket.getOutputStream().write(text);
            }

            @Override
            public byte[] receive() throws IOException {
                return readMessage(in);
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private static byte[] readMessage(BufferedInputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the station closed the connection");
            }
            if (text.size() == 0 && (next == '\r' || next == '\n')) {
                continue;
            }
            text.write(next);
            boolean expected = end % 2 == 0 ? next == '\r' : next == '\n';
            end = expected ? end + 1 : next == '\r' ? 1 : 0;
        }
        String head = text.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = head.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(at + 15, head.indexOf('\r', at)).strip());
        text.write(in.readNBytes(length));
        return text.toByteArray();
    }
}
