package org.gridsight.app.cameras.cascade;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.StreamRequest;
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

    /** Of a masked camera with the masks painted in; refused when nobody has drawn them, or it cannot be put on record. */
    SharedStream open(String cameraId, Receiver receiver, Duration longest) throws NotShared;

    /** What the camera's device has recorded; refused for a masked camera. */
    SharedStream recording(String cameraId, Receiver receiver, StreamRequest.Span span, Duration longest)
            throws NotShared;

    /** Our own side of a link on this SIP port. */
    SipSettings own(int port);

    /** For the sockets of a stream. */
    EventLoop loop();

    /** Resolves a host, and refuses what must not be called. */
    InetSocketAddress check(String host, int port) throws RefusedAddress;
}
