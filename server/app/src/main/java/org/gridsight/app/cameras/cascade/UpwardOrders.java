package org.gridsight.app.cameras.cascade;

import java.time.ZoneId;
import java.util.concurrent.CompletionStage;
import org.gridsight.app.cameras.cascade.UpwardPictures.Receiver;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.Findings;
import org.gridsight.media.gb28181.NotShared;
import org.gridsight.media.gb28181.PresetOrder;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.RecordingQuery;

/** What the camera room does for an upper platform beside pictures; each order is on record before it is given. */
public interface UpwardOrders {

    /** Whatever turns is stopped within seconds unless the order is repeated. */
    void turn(String cameraId, Receiver receiver, PtzMove move) throws NotShared;

    /** A direction stored in the camera itself. */
    void preset(String cameraId, Receiver receiver, PresetOrder order) throws NotShared;

    /** Nothing happens where the camera cannot be asked: its next key picture comes by itself. */
    void keyframe(String cameraId);

    /** What the camera's device has recorded. */
    CompletionStage<Findings<RecordedSpan>> recordings(String cameraId, Receiver receiver, RecordingQuery query)
            throws NotShared;

    CompletionStage<Findings<DevicePreset>> presets(String cameraId) throws NotShared;

    /** Of devices and platforms that tell none. */
    ZoneId zone();
}
