package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentHistory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.PastCases;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.hotspot.scan.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the cases of a study, lays them out in metres and sets aside what must not count. */
@Component
class Questions {

    private static final Text BAD_PLACE = new Text("位置可疑（辖区外、零坐标或偏移坐标）", "a doubtful place (outside, 0,0, or shifted)");

    private final IncidentHistory incidents;
    private final Grids grids;
    private final HotspotSettings settings;
    private final ZoneId zone;

    Questions(
            IncidentHistory incidents,
            Grids grids,
            HotspotSettings settings,
            @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.incidents = incidents;
        this.grids = grids;
        this.settings = settings;
        this.zone = zone;
    }

    Terrain terrain() {
        return Terrain.of(grids.place());
    }

    /**
     * Days as the town counts them.
     *
     * @param knownBefore only what had been received by then
     */
    Question of(CaseFilter filter, Parameters parameters, Scope scope, Optional<Instant> knownBefore) {
        LocalDate start = filter.to().minusDays(settings.historyDays());
        LocalDate earliest = filter.from().filter(start::isAfter).orElse(start);
        PastCases cases = incidents.cases(
                new IncidentHistory.Filter(
                        Optional.of(earliest.atStartOfDay(zone).toInstant()),
                        Optional.of(CaseFilter.end(filter.to(), zone)),
                        knownBefore,
                        filter.kinds(),
                        filter.category(),
                        filter.box()),
                scope);
        return of(cases, filter, parameters);
    }

    /** One question for each kind that has a case, as of the end of a day; all cases are read at once. */
    List<Question> eachKind(LocalDate day, Parameters parameters, Optional<Instant> knownBefore) {
        CaseFilter all = CaseFilter.of(Optional.empty(), day);
        Question together = of(all, parameters, Scope.everything(), knownBefore);
        List<Question> questions = new ArrayList<>();
        for (IncidentKind kind : IncidentKind.values()) {
            CaseSet history = together.history().where(i -> together.history().kind(i) == kind);
            if (history.size() > 0) {
                CaseFilter filter = CaseFilter.of(Optional.of(kind), day);
                Days period = period(filter, history);
                questions.add(
                        new Question(filter, parameters, together.terrain(), history, history, period, List.of()));
            }
        }
        return questions;
    }

    private Question of(PastCases cases, CaseFilter filter, Parameters parameters) {
        Terrain terrain = terrain();
        int[] good = IntStream.range(0, cases.size())
                .filter(row -> terrain.reaches(cases.lng(row), cases.lat(row)) && !isDoubtful(cases.locationFlags(row)))
                .toArray();
        CaseSet history = CaseSet.of(cases, good, terrain, zone);
        int bad = cases.size() - good.length;
        List<SetAside> setAside = bad == 0 ? List.of() : List.of(SetAside.of("LOCATION", BAD_PLACE, bad));
        Days period = period(filter, history);
        CaseSet studied = history.where(i -> period.contains(history.day(i)));
        return new Question(filter, parameters, terrain, history, studied, period, setAside);
    }

    private static Days period(CaseFilter filter, CaseSet history) {
        int to = (int) filter.to().toEpochDay();
        int first = history.size() == 0 ? to : Math.min(to, history.firstDay());
        return new Days(filter.from().map(day -> (int) day.toEpochDay()).orElse(first), to);
    }

    /** Flags of a place near the border are no fault. */
    private static boolean isDoubtful(String flags) {
        return flags.contains("ZERO")
                || flags.contains("OUTSIDE")
                || flags.contains("SWAPPED")
                || flags.contains("LOOKS_LIKE_GCJ02");
    }
}
