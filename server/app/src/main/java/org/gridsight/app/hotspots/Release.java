package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.PastCases;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.release.CellRelease;
import org.gridsight.spatial.hotspot.release.ReleaseRule;
import org.gridsight.spatial.hotspot.release.ReportedCases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The map that may leave the house: one kind, one whole month that is over, on cells with at least five reporters and
 * three days. Months and kinds do not overlap, so that no two maps can be subtracted from one another. Each is on record.
 */
@Service
class Release {

    private static final Text SENTENCE = new Text(
            "{0}，{1}：每格至少 {2} 名上报人、{3} 个日期，不足者并入更大的格；另有 {4} 件不落格。",
            "{0}, {1}: every cell holds at least {2} reporters and {3} days, smaller ones are merged upwards; {4} more lie in no cell.");
    private static final Text WITHHELD =
            new Text("{0}，{1}：总数太少，不予发布。", "{0}, {1}: too few in all; nothing is released.");

    private final Questions questions;
    private final ApplicationEventPublisher events;

    Release(Questions questions, ApplicationEventPublisher events) {
        this.questions = questions;
        this.events = events;
    }

    /** GeoJSON; coarse cells first, finer ones are drawn on top of them. */
    @Transactional
    Map<String, Object> map(YearMonth month, IncidentKind kind, CurrentUser user) {
        CaseFilter filter = new CaseFilter(
                Optional.of(month.atDay(1)),
                month.atEndOfMonth(),
                Optional.of(kind),
                Optional.empty(),
                Optional.empty());
        Question question = questions.of(filter, new Parameters(Map.of()), user.scope(), Optional.empty(), Run.alone());
        ReleaseRule rule = ReleaseRule.usual();
        CellRelease.Result result = new CellRelease(rule).map(reported(question.studied()));
        events.publishEvent(AuditEntry.of(
                user.username(),
                "hotspot.release",
                "hotspot-release/" + month + "/" + kind,
                user.scope().prefix(),
                Map.of("cells", Integer.toString(result.cells().size()))));
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", "FeatureCollection");
        wire.put("month", month.toString());
        wire.put("category", kind);
        wire.put("rule", rule);
        wire.put("withheld", result.withheld());
        wire.put("rest", result.rest());
        wire.put("sentence", sentence(filter, month, rule, result));
        wire.put("features", features(question.terrain(), result));
        return wire;
    }

    private static ReportedCases reported(CaseSet cases) {
        int[] reporters = new int[cases.size()];
        for (int i = 0; i < reporters.length; i++) {
            reporters[i] = cases.reporter(i) == PastCases.NOBODY ? ReportedCases.UNKNOWN : cases.reporter(i);
        }
        return ReportedCases.of(cases.dated(), reporters);
    }

    private static Text sentence(CaseFilter filter, YearMonth month, ReleaseRule rule, CellRelease.Result result) {
        return result.withheld()
                ? Wording.with(WITHHELD, filter.words(), month)
                : Wording.with(SENTENCE, filter.words(), month, rule.reporters(), rule.days(), result.rest());
    }

    private static List<MapFeature> features(Terrain terrain, CellRelease.Result result) {
        List<MapFeature> features = new ArrayList<>();
        for (int i = result.cells().size() - 1; i >= 0; i--) {
            CellRelease.Cell cell = result.cells().get(i);
            String id = cell.level() + "/" + cell.ix() + "/" + cell.iy();
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("id", id);
            properties.put("level", cell.level());
            properties.put("sideMetres", cell.sideMetres());
            properties.put("cases", cell.cases());
            double side = cell.sideMetres();
            features.add(new MapFeature(id, terrain.square(cell.ix() * side, cell.iy() * side, side), properties));
        }
        return features;
    }

    /** True for a month whose last day is past. */
    static boolean isOver(YearMonth month, LocalDate today) {
        return month.atEndOfMonth().isBefore(today);
    }
}
