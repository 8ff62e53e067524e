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
import org.gridsight.media.net.CameraUrl;
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

    private static final String SUB = "/sub";
    private static final MediaFault NO_SUB_STREAM = new MediaFault("no-sub-stream", "this camera has no sub-stream");

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

    /** The name of the hub for a camera's sub-stream. */
    static String subOf(String cameraId) {
        return cameraId + SUB;
    }

    /** Whether there is a smaller stream to ask for; of a device that is known only when it is tried. */
    boolean hasSub(String cameraId) {
        return channels.find(cameraId).isPresent()
                || addresses.find(cameraId).flatMap(StreamAddress::sub).isPresent();
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

    /** The stream a hub is for: a camera's own, or its {@link #subOf sub-stream}. */
    Source make(String hubId, EventLoop loop, Fallbacks fallbacks) throws RefusedAddress {
        boolean sub = hubId.endsWith(SUB);
        String cameraId = sub ? hubId.substring(0, hubId.length() - SUB.length()) : hubId;
        Optional<Camera> camera = cameras.find(cameraId, Scope.everything().like());
        if (camera.isEmpty()) {
            return new EndedSource(new MediaFault("camera-gone", "there is no such camera"));
        }
        Optional<ChannelTable.Link> link = channels.find(cameraId);
        if (sub && link.isPresent()) {
            return station.sub(link.get(), camera.get().transport(), loop);
        }
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
        Optional<CameraUrl> url =
                sub ? address.get().sub() : Optional.of(address.get().url());
        if (url.isEmpty()) {
            return new EndedSource(NO_SUB_STREAM);
        }
        // checked again now: the name may have moved since it was entered
        InetSocketAddress checked = networks.check(url.get());
        RtspTransport way = camera.get().transport() == MediaTransport.UDP ? RtspTransport.UDP : RtspTransport.TCP;
        RtspTarget target = new RtspTarget(checked, url.get(), address.get().credentials(), way, RtspLimits.USUAL);
        return fallbacks.behind(new RtspSource(loop, target), hubId, target);
    }
}
