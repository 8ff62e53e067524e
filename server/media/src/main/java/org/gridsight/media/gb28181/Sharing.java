package org.gridsight.media.gb28181;

import java.util.List;

/** What we give to one upper platform. Asked on the thread of its link alone, and may read a database. */
public interface Sharing {

    /** The channels it may see now. */
    List<SharedChannel> channels();

    /** Puts the right to a stream on record before anything of it is given. */
    SharedStream open(String channelId) throws NotShared;

    /** Turns a camera; whatever turns is stopped after a few seconds unless the order is repeated. */
    void turn(String channelId, PtzMove move) throws NotShared;
}
