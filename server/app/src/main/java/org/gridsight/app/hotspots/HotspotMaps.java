package org.gridsight.app.hotspots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The maps of days as a person may see them. Past days that were never stored are computed once and remembered. */
@Component
class HotspotMaps {

    /** Members that speak of the whole town. */
    private static final List<String> OF_THE_TOWN =
            List.of("cases", "setAside", "surge", "surges", "statistics", "sentence");

    private static final Text NONE_YET =
            new Text("首张热点图正在计算，请稍后再看。", "The first map is being computed; look again soon.");

    private static final Text TESTING =
            new Text("首次回测正在计算，请稍后再看。", "The first back-test is being computed; look again soon.");

    private final HotspotStore store;
    private final DayStudy study;
    private final Analyses analyses;
    private final Grids grids;
    private final JsonMapper json;
    private final Cache<LocalDate, String> past = Caffeine.newBuilder()
            .maximumSize(400)
            .expireAfterWrite(Duration.ofHours(6))
            .build();

    HotspotMaps(HotspotStore store, DayStudy study, Analyses analyses, Grids grids, JsonMapper json) {
        this.store = store;
        this.study = study;
        this.analyses = analyses;
        this.grids = grids;
        this.json = json;
    }

    /** The newest map, or that of an earlier day. */
    JsonNode map(Optional<LocalDate> at, Optional<IncidentKind> kind, CurrentUser user) {
        Optional<String> answer = at.filter(day -> day.isBefore(study.today()))
                .map(day -> Optional.of(ofPast(day)))
                .orElseGet(() -> store.find(Optional.empty()).map(HotspotStore.Stored::answer));
        ObjectNode map = (ObjectNode) answer.map(json::readTree).orElseGet(this::nothingYet);
        return visible(map, kind, user);
    }

    /** How well the marked places did; says so while it is being computed. */
    JsonNode backTest() {
        return store.findBackTest()
                .map(HotspotStore.Tested::answer)
                .map(json::readTree)
                .orElseGet(() ->
                        json.valueToTree(Map.of("status", "COMPUTING", "periods", List.of(), "sentence", TESTING)));
    }

    private JsonNode nothingYet() {
        return json.valueToTree(Map.of("type", "FeatureCollection", "features", List.of(), "sentence", NONE_YET));
    }

    private String ofPast(LocalDate day) {
        String known = past.getIfPresent(day);
        if (known != null) {
            return known;
        }
        String answer =
                store.find(Optional.of(day)).map(HotspotStore.Stored::answer).orElseGet(() -> computed(day));
        past.put(day, answer);
        return answer;
    }

    private String computed(LocalDate day) {
        try {
            return analyses.work(
                            run -> json.writeValueAsString(study.map(day, run).wire()))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Rejected rejected) {
                throw rejected;
            }
            throw failed;
        }
    }

    /** Only what lies in the person's area, ranks counted anew; the wall gets no incidents. */
    private JsonNode visible(ObjectNode map, Optional<IncidentKind> kind, CurrentUser user) {
        boolean wholeTown = user.scope().covers(grids.place().code());
        List<JsonNode> shown = new ArrayList<>();
        for (JsonNode feature : map.path("features")) {
            ObjectNode properties = (ObjectNode) feature.path("properties");
            boolean wanted = kind.map(Enum::name)
                    .map(properties.path("category").asString("")::equals)
                    .orElse(true);
            if (wanted && user.scope().covers(properties.path("areaCode").asString(""))) {
                properties.put("rank", shown.size() + 1);
                if (user.isScreen()) {
                    properties.remove("incidentIds");
                }
                shown.add(feature);
            }
        }
        ArrayNode features = map.putArray("features");
        shown.forEach(features::add);
        if (user.isScreen()) {
            map.remove("setAside");
        }
        if (!wholeTown) {
            OF_THE_TOWN.forEach(map::remove);
        }
        return map;
    }
}
