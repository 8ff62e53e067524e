package org.gridsight.app.riskpoints;

import org.gridsight.app.kernel.Text;

/** Where a risk point stands. CLEARED ones stay in the ledger, off the open map. */
public enum RiskStatus {
    ACTIVE("在管", "watched"),
    RECTIFYING("整改中", "being put right"),
    CLEARED("已销号", "cleared");

    private final Text text;

    RiskStatus(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
