package org.gridsight.app.hotspots;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The parameters a study runs with: the given ones and, for the rest, the usual ones. */
record Parameters(Map<String, Object> values) {

    Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Parameters usual(AnalysisMethod method, double extentMetres) {
        return parse(method, MissingNode.getInstance(), extentMetres, new Faults());
    }

    /** @param extentMetres no length may be larger */
    static Parameters parse(AnalysisMethod method, JsonNode given, double extentMetres, Faults faults) {
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            faults.add("parameters", new Text("须为对象。", "must be an object"));
        }
        List<String> known = method.parameters().stream().map(Parameter::name).toList();
        given.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        "parameters." + name,
                        new Text("{0} 没有此参数，可用：{1}。", "{0} has no such parameter, allowed: {1}")
                                .with(method.wireName(), String.join(", ", known))));
        return new Parameters(method.parameters().stream()
                .collect(Collectors.toMap(
                        Parameter::name,
                        parameter -> parameter.read(given.path(parameter.name()), extentMetres, faults),
                        (one, other) -> one,
                        LinkedHashMap::new)));
    }

    Parameters with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Parameters(changed);
    }

    double number(String name) {
        return ((Number) get(name)).doubleValue();
    }

    int whole(String name) {
        return ((Number) get(name)).intValue();
    }

    long seed() {
        return ((Number) get("seed")).longValue();
    }

    String choice(String name) {
        return (String) get(name);
    }

    private Object get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
