package org.gridsight.app.cameras.cascade;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.gridsight.app.cameras.cascade.UpwardPictures.Receiver;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.Findings;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PresetOrder;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.RecordingQuery;
import org.gridsight.media.gb28181.SharedChannel;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.Sharing;
import org.gridsight.media.gb28181.StreamRequest;

/** What one upper platform may see and do, read out of the database each time it asks. */
final class Share implements Sharing {

    private final String platformId;
    private final UpperTable table;
    private final UpwardPictures pictures;
    private final UpwardOrders orders;
    private final Duration longest;

    Share(String platformId, UpperTable table, UpwardPictures pictures, UpwardOrders orders, Duration longest) {
        this.platformId = platformId;
        this.table = table;
        this.pictures = pictures;
        this.orders = orders;
        this.longest = longest;
    }

    @Override
    public List<SharedChannel> channels() {
        return table.channels(platformId);
    }

    @Override
    public SharedStream open(String channelId) throws NotShared {
        return pictures.open(camera(channelId, SharedCamera::live), receiver(), longest);
    }

    @Override
    public SharedStream recording(String channelId, StreamRequest.Span span) throws NotShared {
        return pictures.recording(camera(channelId, SharedCamera::playback), receiver(), span, longest);
    }

    @Override
    public void turn(String channelId, PtzMove move) throws NotShared {
        orders.turn(camera(channelId, SharedCamera::control), receiver(), move);
    }

    @Override
    public void preset(String channelId, PresetOrder order) throws NotShared {
        orders.preset(camera(channelId, SharedCamera::control), receiver(), order);
    }

    @Override
    public void keyframe(String channelId) throws NotShared {
        orders.keyframe(camera(channelId, SharedCamera::live));
    }

    @Override
    public CompletionStage<Findings<RecordedSpan>> recordings(String channelId, RecordingQuery query) throws NotShared {
        return orders.recordings(camera(channelId, SharedCamera::playback), receiver(), query);
    }

    @Override
    public CompletionStage<Findings<DevicePreset>> presets(String channelId) throws NotShared {
        return orders.presets(camera(channelId, SharedCamera::control));
    }

    @Override
    public ZoneId zone() {
        return orders.zone();
    }

    /** The camera, for whatever the platform may do with it. */
    private String camera(String channelId, Predicate<SharedCamera> right) throws NotShared {
        SharedCamera camera =
                table.findChannel(platformId, channelId).orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
        if (!right.test(camera)) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        return camera.cameraId();
    }

    private Receiver receiver() throws NotShared {
        return table.find(platformId)
                .map(entry -> new Receiver(platformId, entry.name(), entry.agreement()))
                .orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
    }
}
