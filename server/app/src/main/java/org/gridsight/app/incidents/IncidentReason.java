package org.gridsight.app.incidents;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the closed loop. */
enum IncidentReason implements ListedReason {
    MOVE_NOT_ALLOWED(
            "incident.move-not-allowed",
            409,
            "当前状态 {2} 不能{0}。请按 allowed 中的动作办理。",
            "{1} is not possible in state {2} now; allowed lists the moves that are."),
    STALE_VERSION(
            "incident.stale-version",
            409,
            "此事件刚被他人更改,请对照 current 后重试。",
            "Somebody has just changed this incident; compare with current and try again."),
    WORKER_BUSY(
            "incident.worker-busy",
            409,
            "网格员已有一件在办,请先办结或退回该件。",
            "This worker already has an order under way; finish or return that one first."),
    WORKER_TAKEN(
            "dispatch.worker-taken",
            409,
            "{0} 刚被{2}派往 {1}，请另选；仍要派此人，请再选一次。",
            "{2} has just sent {0} to {1}; pick another, or the same once more to send anyway."),
    ORDER_STALE(
            "order.stale-version",
            409,
            "此派单刚有变化，请对照 current 后重试。",
            "This order has just changed; compare with current and try again."),
    ORDER_NOT_OPEN("order.not-open", 409, "此派单已不在待办，见 current。", "This order is no longer open; see current."),
    MERGE_TARGET(
            "incident.merge-target",
            409,
            "{0} 不能作为合并目标:已合并、已退件,或会成环。",
            "{0} cannot take it: it is merged or rejected, or this would make a circle."),
    NOT_ITS_HANDLER(
            "incident.not-its-handler", 403, "只有被派的网格员或承办单位可以{0}。", "Only the worker or unit it was sent to may {1}."),
    VERIFIER_HANDLED(
            "incident.verifier-handled",
            403,
            "核查人不得是处置人,请换人核查。",
            "The verifier must not be one of its handlers; ask somebody else."),
    CLERK_HANDLED(
            "incident.clerk-handled", 403, "回访人不得是处置人,请换人回访。", "The revisit clerk must not be one of its handlers."),
    LEADER_CLOSES(
            "incident.leader-closes",
            403,
            "回访未满意,只有负责人可以写明理由结案。",
            "The reporter is not satisfied: only a leader may close it, with a reason."),
    REVISIT_TOO_SOON(
            "incident.revisit-too-soon",
            409,
            "距上次联系太近,请在 {0} 后再试。",
            "Too soon after the last try; try again after {0}."),
    ID_TAKEN(
            "incident.id-taken",
            409,
            "事件编号 {0} 已被另一次上报使用,请换新编号重报。",
            "The id {0} belongs to another report; report again with a new one."),
    NOT_YOURS_TO_AMEND(
            "incident.not-yours-to-amend",
            403,
            "只有上报人、承办人和值班员可以更正此事件。",
            "Only who reported it, who works on it and the duty officer may amend it."),
    ENDED("incident.ended", 409, "此事件已结束,不能再更改。", "This incident has ended and cannot be changed any more."),
    PERSONAL_DATA_CLOSED(
            "incident.personal-data-closed",
            403,
            "您没有查看当事人电话的权限,可向科室负责人申请。",
            "You may not see the party's phone. Ask your unit head."),
    NOT_YOURS_TO_UNDO("incident.not-yours-to-undo", 403, "只有最后一步的操作人可以撤销。", "Only who made the last move may undo it.");

    private final Words words;

    IncidentReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
