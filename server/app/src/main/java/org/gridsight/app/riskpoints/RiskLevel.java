package org.gridsight.app.riskpoints;

import org.gridsight.app.kernel.Text;

/** How much attention a risk point needs, and how often it is looked at unless its owner says otherwise. */
public enum RiskLevel {
    RED("红", "red", 7),
    YELLOW("黄", "yellow", 30),
    BLUE("蓝", "blue", 90);

    private final Text text;
    private final int cycleDays;

    RiskLevel(String zh, String en, int cycleDays) {
        this.text = new Text(zh, en);
        this.cycleDays = cycleDays;
    }

    public Text text() {
        return text;
    }

    int cycleDays() {
        return cycleDays;
    }
}
