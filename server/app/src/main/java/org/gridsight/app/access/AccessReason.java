package org.gridsight.app.access;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the door. */
enum AccessReason implements ListedReason {
    NOT_SIGNED_IN("access.not-signed-in", 401, "请先登录。", "Sign in first."),
    OTHER_PERSON(
            "access.other-person",
            401,
            "此设备上已换人登录,请以本人账号重新登录。",
            "Somebody else has signed in on this device; sign in again as yourself."),
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
    LAST_ADMIN("access.last-administrator", 409, "不能停用或改派最后一个{0}。", "The last {1} must stay."),
    SESSION_ONLY("access.session-only", 403, "此操作须由本人登录后进行,令牌不能代办。", "A token may not do this: sign in as the person."),
    OWN_ACCOUNT(
            "access.own-account",
            403,
            "不能更改自己的账号;改密码请用“修改密码”。",
            "Nobody changes his own account; your password changes at PUT /api/session/password."),
    NOT_YOUR_PART("access.not-your-part", 403, "{0} 只能由{1}更改。", "{0} may be changed by the {2} only."),
    OTHER_ADMINISTRATOR(
            "access.other-administrator",
            403,
            "不能重置系统管理员或审计管理员的密码;请另开账号并授予该角色。",
            "The password of a system or audit administrator is not reset; grant the role to another account."),
    GRANT_NEEDED(
            "access.grant-needed",
            403,
            "已有{0};再开此类账号,请先以其他角色建立,再由安全管理员授予。",
            "There is a {1} already: open the account with another role, then a security administrator grants this one."),
    PASSWORD_PAUSED(
            "access.password-paused", 429, "密码错误次数过多,请在 {0} 分钟后重试。", "Too many wrong passwords; try again in {0} min."),
    TOO_MANY_TOKENS(
            "access.too-many-tokens",
            409,
            "每个账号最多 {0} 个有效令牌,请先撤销不用的。",
            "An account has at most {0} tokens; withdraw one you do not need.");

    private final Words words;

    AccessReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
