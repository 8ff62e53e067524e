package org.gridsight.app.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** Which column of a grid file means what: as the sender says, else by the names counties use. */
record GridColumns(
        Optional<String> code,
        Optional<String> name,
        Optional<String> villageCode,
        Optional<String> villageName,
        Optional<String> kind,
        Optional<String> households) {

    private static final List<String> CODE = List.of(
            "网格编码",
            "网格代码",
            "网格编号",
            "网格码",
            "gridcode",
            "gridid",
            "gridno",
            "code",
            "编码",
            "代码",
            "编号",
            "wgbm",
            "wgdm",
            "wgbh");
    private static final List<String> NAME = List.of("网格名称", "网格名", "gridname", "name", "名称", "wgmc", "mc");
    private static final List<String> VILLAGE_CODE =
            List.of("村代码", "村编码", "村社区代码", "社区代码", "行政村代码", "villagecode", "villcode", "villageid", "cdm", "cbm");
    private static final List<String> VILLAGE_NAME = List.of(
            "村名称",
            "村名",
            "所属村",
            "所属村居",
            "所属村社区",
            "村社区",
            "行政村",
            "社区",
            "所属社区",
            "村居",
            "村",
            "villagename",
            "village",
            "villname",
            "community",
            "cmc",
            "ssc");
    private static final List<String> KIND =
            List.of("网格类型", "网格类别", "类型", "类别", "gridtype", "gridkind", "kind", "type", "wglx");
    private static final List<String> HOUSEHOLDS = List.of("户数", "总户数", "households", "household", "hh", "hs");

    /** The sender's own words, as form fields. */
    record Given(
            @Nullable String codeColumn,
            @Nullable String nameColumn,
            @Nullable String villageCodeColumn,
            @Nullable String villageColumn,
            @Nullable String kindColumn,
            @Nullable String householdsColumn) {}

    static GridColumns of(List<String> columns, Given given, Faults faults) {
        Columns finder = new Columns(columns, faults);
        return new GridColumns(
                finder.find("codeColumn", given.codeColumn(), CODE),
                finder.find("nameColumn", given.nameColumn(), NAME),
                finder.find("villageCodeColumn", given.villageCodeColumn(), VILLAGE_CODE),
                finder.find("villageColumn", given.villageColumn(), VILLAGE_NAME),
                finder.find("kindColumn", given.kindColumn(), KIND),
                finder.find("householdsColumn", given.householdsColumn(), HOUSEHOLDS));
    }

    Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        code.ifPresent(column -> used.put("code", column));
        name.ifPresent(column -> used.put("name", column));
        villageCode.ifPresent(column -> used.put("villageCode", column));
        villageName.ifPresent(column -> used.put("village", column));
        kind.ifPresent(column -> used.put("kind", column));
        households.ifPresent(column -> used.put("households", column));
        return used;
    }
}
