package org.gridsight.app.cameras.cascade;

import java.time.Duration;
import java.util.List;
import org.gridsight.app.cameras.cascade.UpwardPictures.Receiver;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.SharedChannel;
import org.gridsight.media.gb28181.SharedStream;
import org.gridsight.media.gb28181.Sharing;

/** What one upper platform may see and do, read out of the database each time it asks. */
final class Share implements Sharing {

    private final String platformId;
    private final UpperTable table;
    private final UpwardPictures pictures;
    private final Duration longest;

    Share(String platformId, UpperTable table, UpwardPictures pictures, Duration longest) {
        this.platformId = platformId;
        this.table = table;
        this.pictures = pictures;
        this.longest = longest;
    }

    @Override
    public List<SharedChannel> channels() {
        return table.channels(platformId);
    }

    @Override
    public SharedStream open(String channelId) throws NotShared {
        return pictures.open(camera(channelId).cameraId(), receiver(), longest);
    }

    @Override
    public void turn(String channelId, PtzMove move) throws NotShared {
        SharedCamera camera = camera(channelId);
        if (!camera.ptz()) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        pictures.turn(camera.cameraId(), receiver(), move);
    }

    private SharedCamera camera(String channelId) throws NotShared {
        return table.findChannel(platformId, channelId).orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
    }

    private Receiver receiver() throws NotShared {
        return table.find(platformId)
                .map(entry -> new Receiver(platformId, entry.name(), entry.agreement()))
                .orElseThrow(() -> new NotShared(NotShared.Reason.UNKNOWN));
    }
}
