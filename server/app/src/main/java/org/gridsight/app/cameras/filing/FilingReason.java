package org.gridsight.app.cameras.filing;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the filing register. */
enum FilingReason implements ListedReason {
    NOT_FOUND("camera.not-found", 404, "没有找到摄像机 {0}。", "There is no camera {0}."),
    STALE_VERSION(
            "filing.stale-version",
            409,
            "备案信息刚被他人更改(现为第 {0} 版),请对照 current 后重试。",
            "Somebody has just changed this filing (now version {0}); compare with current and try again.");

    private final Words words;

    FilingReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
