package org.gridsight.app.hotspots;

import static org.gridsight.app.hotspots.Parameter.choice;
import static org.gridsight.app.hotspots.Parameter.metres;
import static org.gridsight.app.hotspots.Parameter.number;
import static org.gridsight.app.hotspots.Parameter.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Text;

/** The methods one may ask for, each with its parameters: name, usual value, least, most. Lengths are metres. */
public enum AnalysisMethod {
    /** Where cases lie close together; no test. */
    DBSCAN(
            new Text("密度聚类 DBSCAN", "density clusters (DBSCAN)"),
            metres("eps", Words.DISTANCE, 300, 1, 20_000),
            whole("minPoints", Words.FEWEST, 5, 2, 10_000)),
    /** Where cases lie close together, of any density; no test. */
    HDBSCAN(
            new Text("层次密度聚类 HDBSCAN", "density clusters of any density (HDBSCAN)"),
            whole("minPoints", Words.FEWEST, 8, 2, 10_000)),
    /** Where and when cases lie close together; no test. */
    STDBSCAN(
            new Text("时空密度聚类 ST-DBSCAN", "density clusters in space and time (ST-DBSCAN)"),
            metres("eps", Words.DISTANCE, 500, 1, 20_000),
            number("epsDays", Words.DAYS_APART, 7, 0, 3_660).inDays(),
            whole("minPoints", Words.FEWEST, 4, 2, 10_000)),
    /** Cells whose surroundings have more than before, false discovery rate held. */
    GISTAR(
            new Text("局部统计 Gi*", "local statistic (Gi*)"),
            choice("cells", Words.CELLS, "SQUARE", "H3"),
            metres("cell", Words.CELL, 500, 50, 5_000),
            whole("resolution", Words.RESOLUTION, 9, 7, 11),
            choice("neighbours", new Text("邻近范围", "neighbours"), "QUEEN", "DISTANCE"),
            metres("distance", Words.DISTANCE, 1_000, 50, 20_000),
            number("fdr", Words.FALSE_DISCOVERY, 0.05, 0.001, 0.5),
            choice("baseline", Words.BASELINE, "AUTO", "PAST", "NONE")),
    /** Circles and spans of days with more cases than place and days explain. */
    SCAN(
            new Text("时空置换扫描统计", "space-time permutation scan"),
            metres("cell", Words.CELL, 500, 50, 5_000),
            metres("maxRadius", new Text("最大半径", "largest radius"), 3_000, 0, 50_000),
            whole("maxDays", new Text("最长天数", "longest span"), 91, 1, 1_000).inDays(),
            whole("stepDays", new Text("步长", "step"), 7, 1, 91).inDays(),
            whole("replicas", new Text("模拟次数", "replicas"), 999, 99, 9_999),
            whole("seed", Words.SEED, 1, 0, Long.MAX_VALUE >> 11),
            choice("windows", new Text("时间窗", "windows"), "RETROSPECTIVE", "PROSPECTIVE"),
            choice("baseline", Words.BASELINE, "AUTO", "SAME_DAYS", "SEASONAL")),
    /** What became of the cells over weeks or months. */
    EMERGING(
            new Text("演变分类", "emerging classes"),
            choice("cells", Words.CELLS, "SQUARE", "H3"),
            metres("cell", Words.CELL, 500, 50, 5_000),
            whole("resolution", Words.RESOLUTION, 9, 7, 11),
            choice("period", new Text("步长", "step"), "WEEK", "FOUR_WEEKS"),
            number("fdr", Words.FALSE_DISCOVERY, 0.05, 0.001, 0.5)),
    /** Whether cases repeat near by and soon; chains are shown, the test is about all. */
    KNOX(
            new Text("近重复检验 Knox", "near repeats (Knox)"),
            metres("distance", Words.DISTANCE, 300, 1, 5_000),
            whole("days", Words.DAYS_APART, 7, 0, 365).inDays(),
            whole("permutations", new Text("置换次数", "permutations"), 999, 99, 9_999),
            whole("seed", Words.SEED, 1, 0, Long.MAX_VALUE >> 11)),
    /** A picture of density; no test. */
    KDE(
            new Text("核密度图 KDE", "kernel density (KDE)"),
            metres("sigma", new Text("宽度", "width"), 300, 20, 5_000),
            metres("cell", Words.CELL, 200, 50, 2_000));

    /** Names of parameters that several methods have. */
    private static final class Words {
        static final Text DISTANCE = new Text("距离", "distance");
        static final Text DAYS_APART = new Text("时间距离", "days apart");
        static final Text FEWEST = new Text("最少件数", "fewest cases");
        static final Text CELLS = new Text("单元格类型", "cells");
        static final Text RESOLUTION = new Text("H3 级别", "H3 resolution");
        static final Text CELL = new Text("单元格边长", "cell side");
        static final Text FALSE_DISCOVERY = new Text("错误发现率", "false discovery rate");
        static final Text BASELINE = new Text("对比基准", "compared with");
        static final Text SEED = new Text("随机种子", "seed");
    }

    private final Text text;
    private final List<Parameter> parameters;

    AnalysisMethod(Text text, Parameter... parameters) {
        this.text = text;
        this.parameters = List.of(parameters);
    }

    /** The name on the wire, {@code gistar}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text text() {
        return text;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** What a form needs to ask for a study. */
    Map<String, Object> wire() {
        return Map.of(
                "method", wireName(),
                "zh", text.zh(),
                "en", text.en(),
                "parameters", parameters.stream().map(Parameter::wire).toList());
    }

    static Optional<AnalysisMethod> parse(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName().equals(wireName))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(AnalysisMethod::wireName).collect(Collectors.joining(", "));
    }
}
