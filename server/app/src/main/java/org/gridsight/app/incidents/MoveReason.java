package org.gridsight.app.incidents;

import java.util.Arrays;
import java.util.List;
import org.gridsight.app.kernel.Text;

/** Common reasons of moves, to be counted later; the words beside them say the rest. */
enum MoveReason {
    NOT_OURS(Move.REJECT, "不属于本辖区或本职责", "Not ours to handle"),
    NO_MATTER(Move.REJECT, "经核实无此情况", "Checked: nothing there"),
    TOO_VAGUE(Move.REJECT, "内容不清且联系不上", "Too vague, reporter not reached"),
    REPEATED(Move.REJECT, "重复上报且已办结", "Repeated, already settled"),
    WRONG_UNIT(Move.RETURN, "不属于本单位职责", "Not this unit's task"),
    WRONG_PLACE(Move.RETURN, "地点有误", "The place is wrong"),
    NO_MEANS(Move.RETURN, "缺少处置条件", "No means to handle it"),
    MORE_NEEDED(Move.RETURN, "需补充情况", "More information needed"),
    WAIT_PARTY(Move.PAUSE, "等待当事人", "Waiting for a party"),
    WAIT_MATERIAL(Move.PAUSE, "等待材料或鉴定", "Waiting for papers or an expert"),
    WAIT_SUPERIOR(Move.PAUSE, "等待上级答复", "Waiting for an answer from above"),
    WEATHER(Move.PAUSE, "天气或不可抗力", "Weather or force majeure"),
    NOT_SOLVED(Move.REOPEN, "问题未解决", "Not solved"),
    CAME_BACK(Move.REOPEN, "问题反复", "It came back"),
    REPORTER_ASKS(Move.REOPEN, "报告人要求重办", "The reporter asks for it"),
    COMPLICATED(Move.EXTEND, "情况复杂", "Complicated"),
    SEVERAL_UNITS(Move.EXTEND, "需多部门协同", "Several units needed"),
    NOT_REACHED(Move.CLOSE, "多次联系不上报告人", "Reporter not reached"),
    NOTHING_MORE(Move.CLOSE, "已依法依规处理完毕", "Everything lawful has been done");

    private final Move move;
    private final Text text;

    MoveReason(Move move, String zh, String en) {
        this.move = move;
        this.text = new Text(zh, en);
    }

    Move move() {
        return move;
    }

    Text text() {
        return text;
    }

    static List<MoveReason> of(Move move) {
        return Arrays.stream(values()).filter(reason -> reason.move == move).toList();
    }
}
