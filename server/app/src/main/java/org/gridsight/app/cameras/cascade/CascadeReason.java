package org.gridsight.app.cameras.cascade;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of what is given upward. */
enum CascadeReason implements ListedReason {
    NOT_FOUND("cascade.not-found", 404, "没有上级平台 {0}。", "There is no upper platform {0}."),
    STALE_VERSION(
            "cascade.stale-version",
            409,
            "上级平台的设置刚被他人更改(现为第 {0} 版),请对照 current 后重试。",
            "Somebody has just changed this upper platform (now version {0}); compare with current and try again.");

    private final Words words;

    CascadeReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
