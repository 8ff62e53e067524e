package org.gridsight.app.dispatch;

import org.gridsight.app.kernel.Text;

/** Why somebody stands where he stands among those who could go; the page and the sentence say them in this order. */
enum ProposalReason {
    FREE("空闲", "free"),
    BUSY("正在处置另一事件", "busy with another case"),
    LOAD("手上有 {0} 件派单", "{0,choice,1#one order|1<{0} orders} in hand"),
    RESTING("连续工作已满 {0} 小时，休息中", "resting after {0} h of work"),
    DECLINED("曾退回此事件", "gave this case back"),
    HOME_GRID("本网格", "home grid"),
    SKILLED("有此类技能", "trained for this kind"),
    NOT_SKILLED("未标注此类技能", "not trained for this kind"),
    NO_WAY("无道路可达", "no road leads there"),
    ROAD("按道路", "by road"),
    ESTIMATE("直线估算（距离 × {0}）", "straight-line estimate (distance x {0})");

    private final Text words;

    ProposalReason(String zh, String en) {
        words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
