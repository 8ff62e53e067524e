package org.gridsight.app.exchange;

import org.gridsight.app.kernel.ListedReason;

/** Refusals while files go in. */
enum ExchangeReason implements ListedReason {
    DEMO_LOADED(
            "place.demo-loaded",
            409,
            "这里是演示镇(合成数据),不能改成真实辖区。请用空数据目录并设 GRIDSIGHT_DEMO=false。",
            "This is the demo township; it cannot become a real place. Start on an empty data directory with GRIDSIGHT_DEMO=false."),
    NOT_DEFINED("place.not-defined", 409, "尚未设置辖区,请先上传辖区边界。", "The place is not defined yet; give its outline first."),
    NO_OUTLINE(
            "place.no-outline", 422, "文件中没有可用的面:{0}。全部未入库。", "The file holds no usable area: {0}. Nothing was stored."),
    ROWS_REJECTED(
            "grids.rows-rejected",
            422,
            "{0} 行有误,全部未入库;更正后重传,或加 partial=true 只导入其余 {1} 行。",
            "{0} rows are faulty and nothing was stored; mend them, or send partial=true for the other {1}."),
    CODES_EXHAUSTED(
            "grids.codes-exhausted",
            422,
            "{0} 的 999 个网格序号已用完,请加大网格。",
            "The 999 numbers of {0} are used up; choose larger grids.");

    private final Words words;

    ExchangeReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
