package org.gridsight.app.cameras;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.ffmpeg.ChildSettings;
import org.gridsight.media.ffmpeg.Fallbacks;
import org.gridsight.media.ffmpeg.MaskedSource;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtsp.RtspLimits;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.gridsight.media.rtsp.RtspTransport;
import org.springframework.stereotype.Component;

/** Knows how the pictures of each camera are fetched. Reads the database and asks name servers. */
@Component
class CameraSources {

    private final CameraRepository cameras;
    private final StreamAddresses addresses;
    private final CameraNetworks networks;
    private final ChannelTable channels;
    private final GbStation station;

    CameraSources(
            CameraRepository cameras,
            StreamAddresses addresses,
            CameraNetworks networks,
            ChannelTable channels,
            GbStation station) {
        this.cameras = cameras;
        this.channels = channels;
        this.station = station;
        this.addresses = addresses;
        this.networks = networks;
    }

    /** The camera's pictures with its masks painted in, made of what its own hub gives. */
    Source masked(StreamHub raw, ChildSettings child) {
        List<Mask> masks = cameras.find(raw.cameraId(), Scope.everything().like())
                .filter(Camera::isMasked)
                .map(camera -> camera.masks().masks())
                .orElse(List.of());
        return masks.isEmpty()
                ? new EndedSource(new MediaFault("masks-gone", "nothing is masked here"))
                : new MaskedSource(raw, masks, child);
    }

    Source make(String cameraId, EventLoop loop, Fallbacks fallbacks) throws RefusedAddress {
        Optional<Camera> camera = cameras.find(cameraId, Scope.everything().like());
        if (camera.isEmpty()) {
            return new EndedSource(new MediaFault("camera-gone", "there is no such camera"));
        }
        Optional<ChannelTable.Link> link = channels.find(cameraId);
        if (link.isPresent()) {
            return station.source(link.get(), camera.get().transport(), loop);
        }
        if (camera.get().source().equals("gb28181")) {
            return new EndedSource(new MediaFault("gb-not-registered", "no device has told this channel yet"));
        }
        Optional<StreamAddress> address = addresses.find(cameraId);
        if (address.isEmpty()) {
            return new EndedSource(new MediaFault("camera-unreachable", "nobody has said how to reach this camera"));
        }
        // checked again now: the name may have moved since it was entered
        InetSocketAddress checked = networks.check(address.get().url());
        RtspTransport way = camera.get().transport() == MediaTransport.UDP ? RtspTransport.UDP : RtspTransport.TCP;
        RtspTarget target =
                new RtspTarget(checked, address.get().url(), address.get().credentials(), way, RtspLimits.USUAL);
        return fallbacks.behind(new RtspSource(loop, target), cameraId, target);
    }
}
