package org.gridsight.app.cameras.cascade;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;

/** What the camera room does for a link to an upper platform; every picture behind a ticket that is on record. */
public interface UpwardPictures {

    /**
     * Who gets pictures, and why.
     *
     * @param agreement what was filed when the cameras were shared
     */
    record Receiver(String platformId, String name, String agreement) {}

    /** Refused for a masked camera, and when the right cannot be put on record. */
    SharedStream open(String cameraId, Receiver receiver, Duration longest) throws NotShared;

    /** Whatever turns is stopped within seconds unless the order is repeated. */
    void turn(String cameraId, Receiver receiver, PtzMove move) throws NotShared;

    /** Our own side of a link on this SIP port. */
    SipSettings own(int port);

    /** For the sockets of a stream. */
    EventLoop loop();

    /** Resolves a host, and refuses what must not be called. */
    InetSocketAddress check(String host, int port) throws RefusedAddress;
}
