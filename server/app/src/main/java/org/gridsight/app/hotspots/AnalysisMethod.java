package org.gridsight.app.hotspots;

import static org.gridsight.app.hotspots.Parameter.choice;
import static org.gridsight.app.hotspots.Parameter.metres;
import static org.gridsight.app.hotspots.Parameter.number;
import static org.gridsight.app.hotspots.Parameter.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Text;

/** The methods one may ask for, each with its parameters: name, usual value, least, most. Lengths are metres. */
public enum AnalysisMethod {
    /** Where cases lie close together; no test. */
    DBSCAN(
            new Text("密度聚类 DBSCAN", "density clusters (DBSCAN)"),
            metres("eps", 300, 1, 20_000),
            whole("minPoints", 5, 2, 10_000)),
    /** Where cases lie close together, of any density; no test. */
    HDBSCAN(new Text("层次密度聚类 HDBSCAN", "density clusters of any density (HDBSCAN)"), whole("minPoints", 8, 2, 10_000)),
    /** Where and when cases lie close together; no test. */
    STDBSCAN(
            new Text("时空密度聚类 ST-DBSCAN", "density clusters in space and time (ST-DBSCAN)"),
            metres("eps", 500, 1, 20_000),
            number("epsDays", 7, 0, 3_660),
            whole("minPoints", 4, 2, 10_000)),
    /** Cells whose surroundings have more than before, false discovery rate held. */
    GISTAR(
            new Text("局部统计 Gi*", "local statistic (Gi*)"),
            metres("cell", 500, 50, 5_000),
            choice("neighbours", "QUEEN", "DISTANCE"),
            metres("distance", 1_000, 50, 20_000),
            number("fdr", 0.05, 0.001, 0.5),
            choice("baseline", "AUTO", "PAST", "NONE")),
    /** Circles and spans of days with more cases than place and days explain. */
    SCAN(
            new Text("时空置换扫描统计", "space-time permutation scan"),
            metres("cell", 500, 50, 5_000),
            metres("maxRadius", 3_000, 0, 50_000),
            whole("maxDays", 91, 1, 1_000),
            whole("stepDays", 7, 1, 91),
            whole("replicas", 999, 99, 9_999),
            whole("seed", 1, 0, Long.MAX_VALUE >> 11),
            choice("windows", "RETROSPECTIVE", "PROSPECTIVE"),
            choice("baseline", "AUTO", "SAME_DAYS", "SEASONAL")),
    /** What became of the cells over weeks or months. */
    EMERGING(
            new Text("演变分类", "emerging classes"),
            metres("cell", 500, 50, 5_000),
            choice("period", "WEEK", "FOUR_WEEKS"),
            number("fdr", 0.05, 0.001, 0.5)),
    /** Whether cases repeat near by and soon; chains are shown, the test is about all. */
    KNOX(
            new Text("近重复检验 Knox", "near repeats (Knox)"),
            metres("distance", 300, 1, 5_000),
            whole("days", 7, 0, 365),
            whole("permutations", 999, 99, 9_999),
            whole("seed", 1, 0, Long.MAX_VALUE >> 11)),
    /** A picture of density; no test. */
    KDE(new Text("核密度图 KDE", "kernel density (KDE)"), metres("sigma", 300, 20, 5_000), metres("cell", 200, 50, 2_000));

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

    static Optional<AnalysisMethod> parse(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName().equals(wireName))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(AnalysisMethod::wireName).collect(Collectors.joining(", "));
    }
}
