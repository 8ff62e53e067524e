package org.gridsight.media.rtsp;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;

/**
 * One stream of one camera, and how to ask for it.
 *
 * @param address where to connect: what {@link org.gridsight.media.net.AddressGuard} handed back for the URL, just now
 * @param url what requests name
 * @param credentials the camera's name and password; they win over those in the URL
 */
public record RtspTarget(
        InetSocketAddress address,
        CameraUrl url,
        Optional<Credentials> credentials,
        RtspTransport transport,
        RtspLimits limits) {

    /** Over TCP with the usual limits and the URL's own credentials. */
    public static RtspTarget of(InetSocketAddress address, CameraUrl url) {
        return new RtspTarget(address, url, Optional.empty(), RtspTransport.TCP, RtspLimits.USUAL);
    }

    /** The name and password that hold. */
    public Optional<Credentials> login() {
        return credentials.or(url::credentials);
    }

    @Override
    public String toString() {
        return "RtspTarget[" + transport + "]";
    }
}
