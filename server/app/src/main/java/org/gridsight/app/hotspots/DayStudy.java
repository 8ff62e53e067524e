package org.gridsight.app.hotspots;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Run;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the map of a day: what goes on at its end, by what was known then. The seed is the day. */
@Component
class DayStudy {

    private final Questions questions;
    private final Clock clock;
    private final ZoneId zone;

    DayStudy(Questions questions, Clock clock, @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.questions = questions;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The map of a day.
     *
     * @param category of a dispute, scanned alone; empty for all kinds, each by itself
     * @param progress hears the share of the kinds that are done, reading counted as one
     */
    DayMap map(LocalDate day, Optional<DisputeCategory> category, Run run, DoubleConsumer progress) {
        Parameters parameters = Parameters.usual(
                        AnalysisMethod.SCAN, questions.terrain().extentMetres())
                .with("windows", "PROSPECTIVE")
                .with("stepDays", 1)
                .with("seed", day.toEpochDay());
        Optional<Instant> known = day.isBefore(today()) ? Optional.of(CaseFilter.end(day, zone)) : Optional.empty();
        List<HotspotMap> kinds = new ArrayList<>();
        List<Question> all = category.isPresent()
                ? List.of(questions.of(CaseFilter.of(category.get(), day), parameters, Scope.everything(), known, run))
                : questions.eachKind(day, parameters, known, run);
        for (Question question : all) {
            run.check();
            progress.accept((kinds.size() + 1.0) / (all.size() + 1));
            kinds.add(new ScanStudy().map(question, run));
        }
        return DayMap.of(day, clock.instant().truncatedTo(ChronoUnit.MILLIS), List.copyOf(kinds));
    }
}
