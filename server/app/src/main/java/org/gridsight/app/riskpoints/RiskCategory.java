package org.gridsight.app.riskpoints;

import org.gridsight.app.kernel.Text;

/** Kinds of places with a standing hazard. */
public enum RiskCategory {
    RESERVOIR("水库", "reservoir"),
    SLOPE("边坡", "slope"),
    SCHOOL("学校", "school"),
    STORE("商铺仓库", "shop or store"),
    FOREST_EDGE("林缘", "forest edge"),
    BRIDGE("桥梁", "bridge"),
    PLANT("厂矿企业", "plant"),
    WATERSIDE("临水临河", "waterside"),
    OTHER("其他", "other");

    private final Text text;

    RiskCategory(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
