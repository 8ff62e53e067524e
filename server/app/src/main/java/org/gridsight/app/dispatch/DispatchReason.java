package org.gridsight.app.dispatch;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of this room. */
enum DispatchReason implements ListedReason {
    NO_WORKER("dispatch.no-worker", 409, "您的账号未关联网格员。", "Your account does not belong to a grid worker."),
    OFF_DUTY("dispatch.off-duty", 409, "您不在岗,位置未保存。", "You are off duty; the position was not kept."),
    ID_TAKEN("dispatch.id-taken", 409, "编号 {0} 已属于另一名网格员。", "The number {0} belongs to another grid worker.");

    private final Words words;

    DispatchReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
