package org.gridsight.app.cameras;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.springframework.stereotype.Component;

/** The ways a link to an upper platform goes: our own sockets, places that may be called, heads that can be turned. */
@Component
class UpwardWays {

    private final SipOptions options;
    private final CameraNetworks networks;
    private final MediaEngine engine;
    private final ChannelTable channels;
    private final GbStation station;

    UpwardWays(
            SipOptions options, CameraNetworks networks, MediaEngine engine, ChannelTable channels, GbStation station) {
        this.options = options;
        this.networks = networks;
        this.engine = engine;
        this.channels = channels;
        this.station = station;
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

    boolean turns(String cameraId) {
        return channels.find(cameraId).isPresent();
    }

    /** False while no device can sign in. The device's own answer is not waited for. */
    boolean turn(String cameraId, PtzMove move, Duration longest) {
        return channels.find(cameraId)
                .flatMap(link -> station.move(link, move, move.equals(PtzMove.STOP) ? Duration.ZERO : longest))
                .isPresent();
    }
}
