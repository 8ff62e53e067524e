package org.gridsight.app.live;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the live streams, as problem documents over HTTP and as {@code error} frames over the socket. */
enum LiveReason implements ListedReason {
    MALFORMED("live.malformed", 400, "消息无法读取:{0}", "The frame cannot be read: {0}"),
    UNKNOWN_OP(
            "live.unknown-op",
            400,
            "未知操作 {0},可用:subscribe, viewport。",
            "Unknown op {0}, allowed: subscribe, viewport."),
    UNKNOWN_STREAM("live.unknown-stream", 400, "未知数据流 {0},可用:{1}。", "Unknown stream {0}, allowed: {1}."),
    BAD_BOX(
            "live.bad-bbox",
            400,
            "bbox 须为 [西,南,东,北](度),收到 {0}。",
            "bbox must be [west,south,east,north] in degrees, was {0}."),
    BAD_RESUME(
            "live.bad-resume",
            400,
            "resume 须含 epoch 与非负整数 offset。",
            "resume needs an epoch and an offset, a whole number from 0."),
    NOT_SUBSCRIBED("live.not-subscribed", 400, "请先发送 subscribe。", "Send subscribe first."),
    TOO_MANY_FEATURES(
            "live.too-many-features",
            413,
            "要素超过 {0} 个,请用 bbox 或 open=true 缩小范围。",
            "More than {0} features; give a bbox or open=true.");

    private final Words words;

    LiveReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
