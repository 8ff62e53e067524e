package org.gridsight.app.dispatch;

import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;

/** Refusals of this room. */
enum DispatchReason implements Reason {
    NO_WORKER("dispatch.no-worker", 409, "您的账号未关联网格员。", "Your account does not belong to a grid worker."),
    OFF_DUTY("dispatch.off-duty", 409, "您不在岗,位置未保存。", "You are off duty; the position was not kept.");

    private final String code;
    private final int status;
    private final Text text;

    DispatchReason(String code, int status, String zh, String en) {
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
