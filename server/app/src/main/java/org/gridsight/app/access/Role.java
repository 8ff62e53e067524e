package org.gridsight.app.access;

/** What somebody is for in the centre. The three administrators exclude one another, and no role is above all. */
public enum Role {
    GRID_WORKER("网格员", "grid worker"),
    VILLAGE_CLERK("村级专干", "village clerk"),
    WINDOW_CLERK("窗口受理员", "window clerk"),
    DISPATCHER("值班员", "duty officer"),
    HANDLER("处置单位", "handler"),
    MEDIATOR("调解员", "mediator"),
    VERIFIER("核查员", "verifier"),
    SUPERVISOR("督办员", "supervisor"),
    LEADER("负责人", "leader"),
    GIS_EDITOR("地理数据员", "map editor"),
    VIDEO_MANAGER("视频管理员", "video manager"),
    SYSTEM_ADMIN("系统管理员", "system administrator"),
    SECURITY_ADMIN("安全管理员", "security administrator"),
    AUDIT_ADMIN("审计管理员", "audit administrator"),
    SCREEN("大屏", "wall display");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    boolean isAdministrator() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDIT_ADMIN;
    }
}
