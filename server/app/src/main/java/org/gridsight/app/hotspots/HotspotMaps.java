package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The maps of days as a person may see them. */
@Component
class HotspotMaps {

    /** Members that speak of the whole town. */
    private static final List<String> OF_THE_TOWN =
            List.of("cases", "setAside", "surge", "surges", "statistics", "sentence");

    private static final Text NONE_YET =
            new Text("首张热点图正在计算，请稍后再看。", "The first map is being computed; look again soon.");

    private static final Text RUNNING = new Text("正在计算这一天的热点图。", "The map of this day is being computed.");

    private static final Text TESTING =
            new Text("首次回测正在计算，请稍后再看。", "The first back-test is being computed; look again soon.");

    private final HotspotStore store;
    private final DayStudy study;
    private final AskedMaps asked;
    private final Grids grids;
    private final JsonMapper json;

    HotspotMaps(HotspotStore store, DayStudy study, AskedMaps asked, Grids grids, JsonMapper json) {
        this.store = store;
        this.study = study;
        this.asked = asked;
        this.grids = grids;
        this.json = json;
    }

    /**
     * The newest map, or that of an earlier day; {@code status} is RUNNING while it is being computed.
     *
     * @param kind the hotspots of one kind; the correction stays that of all kinds
     */
    JsonNode map(Optional<LocalDate> at, Optional<IncidentKind> kind, CurrentUser user) {
        Optional<LocalDate> earlier = at.filter(day -> day.isBefore(study.today()));
        if (earlier.isPresent()) {
            return asked(new AskedMaps.Wish(earlier.get(), Optional.empty(), ""), kind, user);
        }
        Optional<String> newest = store.find(Optional.empty()).map(HotspotStore.Stored::answer);
        return visible(newest.map(json::readTree).orElseGet(this::nothingYet), kind, user);
    }

    /** Likewise of one sort of dispute, which is scanned alone and corrected alone. */
    JsonNode map(Optional<LocalDate> at, DisputeCategory category, CurrentUser user) {
        LocalDate today = study.today();
        LocalDate day = at.orElse(today);
        String mark = day.isBefore(today)
                ? ""
                : store.find(Optional.of(day)).map(HotspotStore.Stored::mark).orElse("");
        return asked(new AskedMaps.Wish(day, Optional.of(category), mark), Optional.empty(), user);
    }

    private JsonNode asked(AskedMaps.Wish wish, Optional<IncidentKind> kind, CurrentUser user) {
        AskedMaps.Known known = asked.of(wish);
        return known.answer()
                .map(answer -> visible(json.readTree(answer), kind, user))
                .orElseGet(() -> running(known.progress()));
    }

    /** How well the marked places did; says so while it is being computed. Cells are for those who see the town. */
    JsonNode backTest(CurrentUser user) {
        JsonNode test = store.findBackTest()
                .map(HotspotStore.Tested::answer)
                .map(json::readTree)
                .orElseGet(() ->
                        json.valueToTree(Map.of("status", "COMPUTING", "periods", List.of(), "sentence", TESTING)));
        if (user.isScreen() || !user.scope().covers(grids.place().code())) {
            ((ObjectNode) test).remove(BackTestStudy.OUTLOOK);
            test.path("kinds").forEach(kind -> ((ObjectNode) kind).remove(BackTestStudy.OUTLOOK));
        }
        return test;
    }

    private JsonNode running(double progress) {
        return json.valueToTree(Map.of(
                "type",
                "FeatureCollection",
                "status",
                Analysis.Status.RUNNING,
                "progress",
                progress,
                "features",
                List.of(),
                "sentence",
                RUNNING));
    }

    private JsonNode nothingYet() {
        return json.valueToTree(Map.of("type", "FeatureCollection", "features", List.of(), "sentence", NONE_YET));
    }

    /** Only what lies in the person's area, ranks counted anew; the wall gets no incidents. */
    private JsonNode visible(JsonNode whole, Optional<IncidentKind> kind, CurrentUser user) {
        ObjectNode map = (ObjectNode) whole;
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
