package org.gridsight.app.dispatch.emergency;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of emergency mode. */
enum EmergencyReason implements ListedReason {
    UNDER_WAY(
            "emergency.under-way",
            409,
            "该区域已处于应急模式,{0} 自动结束。如需延长,请先结束再重新开启。",
            "This area is already in emergency mode until {0}. To extend it, end it and declare it anew."),
    NOT_FOUND("emergency.not-found", 404, "没有正在进行的应急模式 {0}。", "No emergency mode {0} is under way.");

    private final Words words;

    EmergencyReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
