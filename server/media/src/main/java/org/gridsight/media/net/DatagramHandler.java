package org.gridsight.media.net;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** What happens on one UDP port, told in the thread of its loop. */
public interface DatagramHandler {

    /** One datagram has come; the buffer is the loop's own and lent for this call. */
    void received(DatagramPort port, ByteBuffer packet, InetSocketAddress from);

    /** The port is closed; told once. */
    void closed(DatagramPort port, CloseCause cause);
}
