package org.gridsight.app.cameras.cascade;

import java.util.List;

/**
 * What an upper platform may see, on the wire.
 *
 * @param reason the agreement the list rests on
 */
record ShareView(long version, String reason, List<Item> items) {

    /** @param withheld true while masks that nobody has drawn keep its pictures here */
    record Item(
            String cameraId,
            String name,
            String channelId,
            boolean live,
            boolean playback,
            boolean control,
            boolean online,
            boolean withheld) {}
}
