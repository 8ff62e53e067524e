package org.gridsight.media.gb28181;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** One source sends more than its share: what is over is counted and dropped, and a second source is heard at once. */
class MeteredDatagramsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Faults faults = new Faults();

    @Test
    void dropsWhatIsOverTheShareOfOneSource() throws IOException {
        try (MeteredDatagrams met = new MeteredDatagrams(0, HERE, faults);
                DatagramSocket loud = new DatagramSocket(0, HERE);
                DatagramSocket quiet = new DatagramSocket(0, HERE)) {
            met.setReceiveBufferSize(4 << 20);
            int heard = 0;
            while (!faults.snapshot().containsKey("sip-flood")) {
                for (int i = 0; i < 20; i++) {
                    send(loud, met, "loud");
                }
                send(quiet, met, "quiet");
                for (String text = receive(met); !text.equals("quiet"); text = receive(met)) {
                    heard++;
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(MeteredDatagrams.MESSAGES_PER_SOURCE);
        }
    }

    @Test
    void handsOverWhatCameAndWhence() throws IOException {
        try (MeteredDatagrams met = new MeteredDatagrams(0, HERE, faults);
                DatagramSocket sender = new DatagramSocket(0, HERE)) {
            send(sender, met, "x".repeat(9_000));
            DatagramPacket packet = new DatagramPacket(new byte[1], 1);
            met.receive(packet);
            assertThat(packet.getLength()).isEqualTo(9_000);
            assertThat(packet.getSocketAddress()).isEqualTo(sender.getLocalSocketAddress());
        }
    }

    private static void send(DatagramSocket from, MeteredDatagrams to, String text) throws IOException {
        from.send(new DatagramPacket(text.getBytes(US_ASCII), text.length(), to.getLocalSocketAddress()));
    }

    private static String receive(MeteredDatagrams from) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1], 1);
        from.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }
}
