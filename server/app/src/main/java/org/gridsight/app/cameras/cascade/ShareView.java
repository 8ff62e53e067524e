package org.gridsight.app.cameras.cascade;

import java.util.List;

/**
 * What an upper platform may see, on the wire.
 *
 * @param reason the agreement the list rests on
 */
record ShareView(long version, String reason, List<Item> items) {

    /** @param withheld true while masks keep its pictures here */
    record Item(String cameraId, String name, String channelId, boolean ptz, boolean online, boolean withheld) {}
}
