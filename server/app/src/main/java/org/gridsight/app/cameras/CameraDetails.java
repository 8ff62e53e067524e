package org.gridsight.app.cameras;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.cameras.CameraAnswer.PointShape;

/**
 * One camera as whoever looks after it sees it; never an address, never a password.
 *
 * @param stream whether an address is kept for it
 * @param placedBy who said where it stands: a person ({@code GIVEN}) or the catalogue of its device
 * @param masks polygons of corners [x, y], each a share of the picture's width and height
 */
record CameraDetails(
        String id,
        long version,
        Optional<PointShape> geometry,
        CameraView properties,
        boolean stream,
        String placedBy,
        Optional<DeviceChannel> device,
        List<List<List<Double>>> masks) {

    /** The channel of a device that it is. */
    record DeviceChannel(String deviceId, String channelId) {}

    static CameraDetails from(Camera camera, boolean stream, Optional<ChannelTable.Link> link) {
        return new CameraDetails(
                camera.cameraId(),
                camera.version(),
                camera.location().map(PointShape::from),
                camera.view(),
                stream,
                camera.isPlacedByHand() ? "GIVEN" : "CATALOGUE",
                link.map(found -> new DeviceChannel(found.deviceId(), found.channelId())),
                camera.masks().corners());
    }

    @JsonProperty
    String type() {
        return "Feature";
    }
}
