package org.gridsight.app.hotspots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a study says: the hotspots, the figures behind them and one sentence for a reader.
 *
 * @param parameters all of them, with the seed
 * @param cases that counted
 * @param surge the whole town at once, which is no place; null when there is none
 * @param statistics of the method, by name
 */
public record HotspotMap(
        AnalysisMethod method,
        Map<String, Object> parameters,
        Map<String, Object> filter,
        int cases,
        List<SetAside> setAside,
        @Nullable Surge surge,
        Text sentence,
        Map<String, Object> statistics,
        List<Hotspot> hotspots) {

    /** More of a kind in the whole town, on some days. */
    public record Surge(
            String category,
            java.time.LocalDate from,
            java.time.LocalDate to,
            int observed,
            double expected,
            double pValue,
            Text sentence) {}

    /** As GeoJSON with the members of the study beside the features. */
    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", "FeatureCollection");
        wire.put("method", method.wireName());
        wire.put("parameters", parameters);
        wire.put("filter", filter);
        wire.put("cases", cases);
        wire.put("setAside", setAside);
        wire.put("surge", surge);
        wire.put("sentence", sentence);
        wire.put("statistics", statistics);
        wire.put("features", hotspots.stream().map(HotspotMap::feature).toList());
        return wire;
    }

    private static MapFeature feature(Hotspot hotspot) {
        return new MapFeature(hotspot.id(), hotspot.ground().shape(), properties(hotspot));
    }

    private static Map<String, Object> properties(Hotspot hotspot) {
        Hotspot.Strength strength = hotspot.strength();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", hotspot.id());
        properties.put("rank", hotspot.rank());
        properties.put("method", hotspot.method());
        properties.put("pValue", strength.pValue());
        properties.put("qValue", strength.qValue());
        properties.put("recurrenceDays", strength.recurrenceDays());
        properties.put("observed", strength.observed());
        properties.put("expected", strength.expected());
        properties.put("ratio", strength.ratio());
        properties.put("ratioLow", strength.ratioLow());
        properties.put("ratioHigh", strength.ratioHigh());
        properties.put("since", hotspot.since());
        properties.put("until", hotspot.until());
        properties.put("category", hotspot.category());
        properties.put("proven", strength.proven());
        properties.put("tooFew", strength.tooFew());
        properties.put("sentence", hotspot.sentence());
        properties.put("areaCode", hotspot.areaCode());
        properties.put(
                "circle", hotspot.ground().circle().map(HotspotMap::circle).orElse(null));
        properties.put("incidentIds", hotspot.incidentIds());
        properties.put("trend", hotspot.trend());
        return properties;
    }

    private static Map<String, Object> circle(Ground.Circle circle) {
        return Map.of(
                "center", List.of(circle.center().lng(), circle.center().lat()), "radiusMetres", circle.radiusMetres());
    }
}
