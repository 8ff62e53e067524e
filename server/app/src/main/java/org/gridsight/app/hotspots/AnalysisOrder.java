package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import tools.jackson.databind.JsonNode;

/** A study as somebody asked for it, checked: all faults of the body are told at once. */
record AnalysisOrder(AnalysisMethod method, Parameters parameters, CaseFilter filter) {

    private static final List<String> NAMES = List.of("method", "parameters", "filter");

    static AnalysisOrder parse(JsonNode body, double extentMetres, LocalDate today, ZoneId zone) {
        Faults faults = new Faults();
        if (!body.isObject()) {
            faults.add("body", new Text("须为 JSON 对象。", "must be a JSON object"));
        }
        body.propertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> faults.add(
                        name, new Text("没有此项，可用：{0}。", "no such member, allowed: {0}").with(String.join(", ", NAMES))));
        Optional<AnalysisMethod> method = method(body.path("method"), faults);
        Optional<Parameters> parameters =
                method.map(known -> Parameters.parse(known, body.path("parameters"), extentMetres, faults));
        CaseFilter filter = CaseFilter.parse(body.path("filter"), today, zone, faults);
        faults.throwIfAny();
        return new AnalysisOrder(method.orElseThrow(), parameters.orElseThrow(), filter);
    }

    private static Optional<AnalysisMethod> method(JsonNode given, Faults faults) {
        Optional<AnalysisMethod> known = given.isString() ? AnalysisMethod.parse(given.asString()) : Optional.empty();
        if (known.isEmpty()) {
            String sent = given.isMissingNode() ? "-" : Parameter.brief(given);
            faults.add(
                    "method",
                    new Text("未知方法 {0}，可用：{1}。", "unknown method {0}, allowed: {1}")
                            .with(sent, AnalysisMethod.allowed()));
        }
        return known;
    }

    Study study() {
        return switch (method) {
            case DBSCAN, HDBSCAN, STDBSCAN -> new DensityStudy(method);
            case GISTAR -> new CellStudy();
            case SCAN -> new ScanStudy();
            case EMERGING -> new EmergingStudy();
            case KNOX -> new KnoxStudy();
            case KDE -> new KdeStudy();
        };
    }
}
