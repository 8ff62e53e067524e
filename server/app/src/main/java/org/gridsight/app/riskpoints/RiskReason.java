package org.gridsight.app.riskpoints;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the ledger. */
enum RiskReason implements ListedReason {
    STALE_VERSION(
            "risk-point.stale-version",
            409,
            "风险点刚被他人更改(现为第 {0} 版),请对照 current 后重试。",
            "Somebody has just changed this risk point (now version {0}); compare with current and try again."),
    NOT_FOUND("risk-point.not-found", 404, "没有找到风险点 {0}。", "There is no risk point {0}.");

    private final Words words;

    RiskReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
