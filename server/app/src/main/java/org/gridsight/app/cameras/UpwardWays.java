package org.gridsight.app.cameras;

import java.net.InetSocketAddress;
import org.gridsight.media.Source;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.StreamRequest;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.springframework.stereotype.Component;

/** The ways a link to an upper platform goes: our own sockets, places that may be called, what devices have recorded. */
@Component
class UpwardWays {

    private final SipOptions options;
    private final CameraNetworks networks;
    private final MediaEngine engine;
    private final ChannelTable channels;
    private final Footage footage;

    UpwardWays(
            SipOptions options, CameraNetworks networks, MediaEngine engine, ChannelTable channels, Footage footage) {
        this.options = options;
        this.networks = networks;
        this.engine = engine;
        this.channels = channels;
        this.footage = footage;
    }

    SipSettings own(int port) {
        SipSettings usual = options.settings(networks::mayConnect);
        return new SipSettings(
                usual.id(),
                usual.domain(),
                usual.bindAddress(),
                usual.address(),
                port,
                usual.firstMediaPort(),
                usual.lastMediaPort(),
                usual.mayConnect(),
                usual.times());
    }

    EventLoop loop() {
        return engine.nextLoop();
    }

    InetSocketAddress check(String host, int port) throws RefusedAddress {
        return networks.check(host, port);
    }

    /** Whether a device may have recorded it. */
    boolean records(String cameraId) {
        return channels.find(cameraId).isPresent();
    }

    /** Not opened yet; ends at once while no device can sign in. */
    Source recorded(Camera camera, StreamRequest.Span span) {
        return footage.recorded(camera, span);
    }
}
