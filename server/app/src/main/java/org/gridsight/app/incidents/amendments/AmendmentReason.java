package org.gridsight.app.incidents.amendments;

import org.gridsight.app.kernel.ListedReason;

/** Refusals about amendments. */
enum AmendmentReason implements ListedReason {
    NOT_FOUND("amendment.not-found", 404, "此事件没有更正 {0}。", "This incident has no amendment {0}."),
    ID_TAKEN(
            "amendment.id-taken",
            409,
            "编号 {0} 已用于另一次更正,请换新编号。",
            "The id {0} belongs to another amendment; use a new one."),
    DECIDED("amendment.decided", 409, "这次更正已经处理过。", "This amendment has been decided already.");

    private final Words words;

    AmendmentReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
