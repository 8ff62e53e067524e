package org.gridsight.media.gb28181;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What we give to one upper platform. Asked on the thread of its link alone, and may read a database. */
public interface Sharing {

    /** The channels it may see now. */
    List<SharedChannel> channels();

    /** Puts the right to a stream on record before anything of it is given. */
    SharedStream open(String channelId) throws NotShared;

    /** The same for what the device of a camera has recorded. */
    SharedStream recording(String channelId, StreamRequest.Span span) throws NotShared;

    /** Turns a camera; whatever turns is stopped after a few seconds unless the order is repeated. */
    void turn(String channelId, PtzMove move) throws NotShared;

    /** Turns a camera to a stored direction, stores the present one or forgets it. */
    void preset(String channelId, PresetOrder order) throws NotShared;

    /** Asks the camera for a key picture, where it can be asked. */
    void keyframe(String channelId) throws NotShared;

    /** What the device of a camera has recorded. */
    CompletionStage<Findings<RecordedSpan>> recordings(String channelId, RecordingQuery query) throws NotShared;

    /** The directions that a camera stores. */
    CompletionStage<Findings<DevicePreset>> presets(String channelId) throws NotShared;

    /** Of the times without one that are told to the platform and by it. */
    ZoneId zone();
}
