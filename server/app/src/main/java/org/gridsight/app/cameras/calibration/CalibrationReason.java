package org.gridsight.app.cameras.calibration;

import org.gridsight.app.kernel.ListedReason;

/** Refusals about calibrations. */
enum CalibrationReason implements ListedReason {
    NONE("calibration.none", 404, "摄像机 {0} 还没有标定。", "Camera {0} is not calibrated yet."),
    TURNS(
            "calibration.turns",
            409,
            "云台摄像机的画面会转动,设备也不可靠地报告其朝向,因此不能标定。请改用固定摄像机,或将其类型改为 FIXED。",
            "A camera that turns shows other ground each time, and no device tells reliably where it looks, so it cannot be"
                    + " calibrated. Use a fixed camera, or change its kind to FIXED if it never turns."),
    STALE_VERSION(
            "calibration.stale-version",
            409,
            "标定刚被他人更改,请对照 current 后重试。",
            "Somebody has just changed this calibration; compare with current and try again.");

    private final Words words;

    CalibrationReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
