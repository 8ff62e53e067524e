package org.gridsight.app.access;

import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;

/** Refusals of the door. */
enum AccessReason implements Reason {
    NOT_SIGNED_IN("access.not-signed-in", 401, "请先登录。", "Sign in first."),
    SIGN_IN_FAILED("access.sign-in-failed", 401, "用户名或密码不正确。", "Name or password is not right."),
    LOCKED(
            "access.locked",
            401,
            "多次登录失败,账号已锁定,请在 {0} 分钟后重试。",
            "Too many failed sign-ins; the account is locked, try again in {0} min."),
    CSRF(
            "access.csrf",
            403,
            "页面已过期,请刷新后重试(缺少 X-XSRF-TOKEN)。",
            "The page is out of date; reload it (X-XSRF-TOKEN is missing or wrong)."),
    NAME_TAKEN("access.name-taken", 409, "用户名 {0} 已存在。", "The name {0} is taken."),
    STALE_ACCOUNT("access.stale-version", 409, "账号刚被他人更改。", "Somebody has just changed this account."),
    LAST_ADMIN("access.last-administrator", 409, "不能停用或改派最后一个系统管理员。", "The last system administrator must stay.");

    private final String code;
    private final int status;
    private final Text text;

    AccessReason(String code, int status, String zh, String en) {
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
