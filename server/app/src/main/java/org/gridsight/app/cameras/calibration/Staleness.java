package org.gridsight.app.cameras.calibration;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.app.kernel.Text;

/** Why a calibration is no longer to be trusted; it stays until somebody looks and saves it again. */
record Staleness(Cause cause, Optional<Instant> since) {

    /** What has changed since the pairs were clicked. */
    enum Cause {
        PICTURE_MOVED("画面已移动", "its picture has moved"),
        PLACE("摄像机位置已更改", "the camera's place has changed"),
        HEADING("摄像机朝向已更改", "the camera's heading has changed"),
        TURNS("摄像机已改为云台", "the camera now turns");

        private final Text text;

        Cause(String zh, String en) {
            text = new Text(zh, en);
        }
    }

    /** As it stands in an answer. */
    record View(Cause cause, String zh, String en, Optional<Instant> since) {}

    View view() {
        return new View(cause, cause.text.zh(), cause.text.en(), since);
    }
}
