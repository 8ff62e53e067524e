package org.gridsight.app.hotspots;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of this room. */
enum HotspotReason implements ListedReason {
    NOT_SET_UP(
            "hotspot.place-not-set-up",
            409,
            "尚未设定辖区边界，无法分析。请先完成设置。",
            "The place has no outline yet, so nothing can be studied. Set it up first."),
    NOT_FOUND(
            "hotspot.analysis-not-found",
            404,
            "没有找到分析 {0}：结果只保留一段时间，且只供本人查看。请重新分析。",
            "There is no study {0}: results are kept for a while, for their owner only. Ask again."),
    TOO_MANY_RUNNING(
            "hotspot.too-many-running",
            429,
            "您已有 {0} 项分析在运行，请等待其完成或先取消。",
            "{0} of your studies are running; wait for one or cancel it."),
    BUSY("hotspot.busy", 429, "分析任务已满，请稍后再试。", "Too many studies are waiting; try again in a moment."),
    UNUSABLE("hotspot.unusable-input", 422, "无法分析：{0}", "Cannot be studied: {0}");

    private final Words words;

    HotspotReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
