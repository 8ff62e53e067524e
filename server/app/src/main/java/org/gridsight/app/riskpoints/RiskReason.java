package org.gridsight.app.riskpoints;

import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;

/** Refusals of the ledger. */
enum RiskReason implements Reason {
    STALE_VERSION(
            "risk-point.stale-version",
            409,
            "风险点刚被他人更改(现为第 {0} 版),请对照 current 后重试。",
            "Somebody has just changed this risk point (now version {0}); compare with current and try again."),
    NOT_FOUND("risk-point.not-found", 404, "没有找到风险点 {0}。", "There is no risk point {0}.");

    private final String code;
    private final int status;
    private final Text text;

    RiskReason(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.text = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text text() {
        return text;
    }
}
