package org.gridsight.app.grids;

import org.gridsight.app.kernel.ListedReason;

/** Refusals about the map. */
enum GridReason implements ListedReason {
    NOT_DEFINED("place.not-defined", 409, "尚未设置辖区,请先上传辖区边界。", "The place is not defined yet; give its outline first."),
    CODE_FIXED("place.code-fixed", 409, "已有网格使用区划代码 {0},不能更改。", "Grids already carry the code {0}; it cannot change."),
    STALE_VERSION(
            "place.stale-version",
            409,
            "辖区刚被他人更改,或请求缺少 version,请对照 current 后重试。",
            "The place has changed, or the request lacks its version; compare with current and try again."),
    NO_GRID_HERE("grids.no-grid-here", 404, "此处不属于任何网格。", "No grid holds this place."),
    BAD_MAP("grids.bad-map", 422, "网格有 {0} 处错误,全部未入库。", "{0} faults in the grids; none was stored.");

    private final Words words;

    GridReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
