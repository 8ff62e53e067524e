package org.gridsight.app.kernel;

/** Refusals that every room can meet. */
public enum CommonReason implements ListedReason {
    INVALID(
            "request.invalid",
            422,
            "请求有 {0} 处错误,请按 errors 逐项更正。",
            "{0,choice,1#One fault|1<{0} faults} in the request; correct each entry of errors."),
    MALFORMED("request.malformed", 400, "请求无法读取:{0}", "The request cannot be read: {0}"),
    NOT_FOUND("request.not-found", 404, "没有找到:{0}。", "Not found: {0}."),
    FORBIDDEN("access.forbidden", 403, "您没有此项权限。", "You do not have the right to do this."),
    OUTSIDE_SCOPE("access.outside-scope", 403, "{0} 不在您的管辖范围内。", "{0} lies outside your area."),
    STALE_VERSION(
            "request.stale-version",
            409,
            "内容刚被他人更改,请对照最新内容后重试。",
            "Somebody has just changed this; compare with the current state and try again."),
    KEY_REUSED(
            "request.idempotency-key-reused",
            422,
            "同一 Idempotency-Key 已用于另一请求,请换用新值。",
            "This Idempotency-Key belongs to another request; use a new one."),
    TOO_MANY("request.too-many", 429, "操作过于频繁,请在 {0} 秒后重试。", "Too many requests; try again in {0} s.");

    private final Words words;

    CommonReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
