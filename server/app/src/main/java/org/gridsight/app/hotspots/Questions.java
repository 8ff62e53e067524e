package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentHistory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.PastCases;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the cases of a study, lays them out in metres and sets aside what must not count. */
@Component
class Questions {

    private static final Text BAD_PLACE =
            new Text("位置可疑（全部类别；辖区外、零坐标或偏移坐标）", "a doubtful place, all kinds (outside, 0,0, or shifted)");

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

    /** All that is known until a day: every kind, laid out, doubts resolved. */
    private record Known(Terrain terrain, CaseSet all, Suspects suspects, int badPlaces) {}

    /**
     * One study.
     *
     * @param knownBefore only what had been received by then
     * @param run reading and sorting out end soon after it is called off
     */
    Question of(CaseFilter filter, Parameters parameters, Scope scope, Optional<Instant> knownBefore, Run run) {
        return question(known(filter, scope, knownBefore, run), filter, parameters);
    }

    /** One question for each kind that has a case, as of the end of a day; all cases are read at once. */
    List<Question> eachKind(LocalDate day, Parameters parameters, Optional<Instant> knownBefore, Run run) {
        Known known = known(CaseFilter.of(Optional.empty(), day), Scope.everything(), knownBefore, run);
        List<Question> questions = new ArrayList<>();
        for (IncidentKind kind : IncidentKind.values()) {
            run.check();
            Question question = question(known, CaseFilter.of(Optional.of(kind), day), parameters);
            if (question.history().size() > 0) {
                questions.add(question);
            }
        }
        return questions;
    }

    private Known known(CaseFilter filter, Scope scope, Optional<Instant> knownBefore, Run run) {
        LocalDate start = filter.to().minusDays(settings.historyDays());
        LocalDate earliest = filter.from().filter(start::isAfter).orElse(start);
        PastCases cases = incidents.cases(
                new IncidentHistory.Filter(
                        Optional.of(earliest.atStartOfDay(zone).toInstant()),
                        Optional.of(CaseFilter.end(filter.to(), zone)),
                        knownBefore,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()),
                scope,
                run::check);
        Terrain terrain = terrain();
        int[] good = IntStream.range(0, cases.size())
                .filter(row -> terrain.reaches(cases.lng(row), cases.lat(row)) && !isDoubtful(cases.locationFlags(row)))
                .toArray();
        CaseSet all = CaseSet.of(cases, good, terrain, zone);
        return new Known(terrain, all, new Suspects(all, run), cases.size() - good.length);
    }

    private static Question question(Known known, CaseFilter filter, Parameters parameters) {
        CaseSet all = known.all();
        CaseSet history =
                all.where(i -> all.matches(i, filter) && !known.suspects().contains(i));
        Days period = period(filter, history);
        CaseSet studied = history.where(i -> period.contains(history.day(i)));
        List<SetAside> setAside =
                new ArrayList<>(known.suspects().named(i -> all.matches(i, filter) && period.contains(all.day(i))));
        if (known.badPlaces() > 0) {
            setAside.add(new SetAside("LOCATION", BAD_PLACE.zh(), BAD_PLACE.en(), known.badPlaces(), List.of()));
        }
        return new Question(filter, parameters, known.terrain(), history, studied, period, List.copyOf(setAside));
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
