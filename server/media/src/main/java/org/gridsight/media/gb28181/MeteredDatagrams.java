package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The UDP socket under JAIN-SIP, whose queue has no end. What comes faster than the station can read is dropped here, before
 * anything is made of it, and the other side sends again; what is let in takes only the memory of its own length. A source
 * that floods uses up its own share first, so that the others are heard, and a burst of one second is free, so that a whole
 * network may sign in at once after a cut. Sources share {@value #SOURCES} buckets by a hash nobody outside can guess.
 */
final class MeteredDatagrams extends DatagramSocket {

    static final int MESSAGES_PER_SECOND = 8_000;
    static final int MESSAGES_PER_SOURCE = 1_000;
    static final int BYTES_PER_SECOND = 16 << 20;

    private static final int LARGEST = 65_535;
    private static final int SOURCES = 4_096;

    private final Faults faults;
    private final DatagramPacket arrived = new DatagramPacket(new byte[LARGEST], LARGEST);
    private final int secret = ThreadLocalRandom.current().nextInt() | 1;
    // the one thread that receives
    private final TokenBucket messages = new TokenBucket(MESSAGES_PER_SECOND, System.nanoTime());
    private final TokenBucket bytes = new TokenBucket(BYTES_PER_SECOND, System.nanoTime());
    private final TokenBucket[] sources = new TokenBucket[SOURCES];

    MeteredDatagrams(int port, InetAddress at, Faults faults) throws SocketException {
        super(port, at);
        this.faults = faults;
        Arrays.setAll(sources, i -> new TokenBucket(MESSAGES_PER_SOURCE, System.nanoTime()));
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        receiveAny();
        while (!isAllowed(arrived.getSocketAddress(), arrived.getLength())) {
            faults.count("sip-flood");
            receiveAny();
        }
        packet.setData(Arrays.copyOf(arrived.getData(), arrived.getLength()));
        packet.setSocketAddress(arrived.getSocketAddress());
    }

    private void receiveAny() throws IOException {
        arrived.setLength(LARGEST);
        super.receive(arrived);
    }

    private boolean isAllowed(SocketAddress from, int length) {
        long now = System.nanoTime();
        TokenBucket source = sources[(from.hashCode() * secret >>> 16) % SOURCES];
        boolean allowed = source.has(1, now) && messages.has(1, now) && bytes.has(length, now);
        if (allowed) {
            source.take(1);
            messages.take(1);
            bytes.take(length);
        }
        return allowed;
    }
}
