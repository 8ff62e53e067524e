package org.gridsight.app.hotspots;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The hotspots of today or of an earlier day. */
@RestController
@RequestMapping("/api/hotspots")
class HotspotController {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private final HotspotMaps maps;
    private final DayStudy study;
    private final Release release;

    HotspotController(HotspotMaps maps, DayStudy study, Release release) {
        this.maps = maps;
        this.study = study;
        this.release = release;
    }

    /**
     * The hotspots.
     *
     * @param at a day: the map as it would have been seen at its end; 202 while it is being computed
     * @param category a kind; the correction stays that of all kinds. Or a sort of dispute, which is scanned alone
     */
    @GetMapping
    ResponseEntity<JsonNode> hotspots(
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String category,
            CurrentUser user) {
        Faults faults = new Faults();
        Optional<LocalDate> day = day(at, faults);
        Optional<DisputeCategory> dispute = Optional.ofNullable(category).flatMap(DisputeCategory::parse);
        Optional<IncidentKind> kind =
                dispute.isPresent() ? Optional.empty() : faults.oneOf("category", category, IncidentKind.class);
        faults.throwIfAny();
        JsonNode map = dispute.map(one -> maps.map(day, one, user)).orElseGet(() -> maps.map(day, kind, user));
        // ask again: the map of an earlier day may take a while
        boolean running = map.path("status").asString("").equals(Analysis.Status.RUNNING.name());
        return ResponseEntity.status(running ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(map);
    }

    /** The methods one may ask for, with their parameters: what a form needs. */
    @GetMapping("/methods")
    Map<String, Object> methods() {
        return Map.of(
                "items",
                Arrays.stream(AnalysisMethod.values()).map(AnalysisMethod::wire).toList());
    }

    /** Of what happened, how much fell where we had marked, beside plain counts; and what is expected next. */
    @GetMapping("/backtest")
    JsonNode backTest(CurrentUser user) {
        return maps.backTest(user);
    }

    /**
     * The map that may leave the house.
     *
     * @param month such as 2026-10, over
     * @param category a kind
     */
    @GetMapping("/release")
    Map<String, Object> release(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String category,
            CurrentUser user) {
        Faults faults = new Faults();
        Optional<YearMonth> whole = month(month, faults);
        Optional<IncidentKind> kind = faults.required("category", category)
                .flatMap(name -> faults.oneOf("category", name, IncidentKind.class));
        faults.throwIfAny();
        return release.map(whole.orElseThrow(), kind.orElseThrow(), user);
    }

    private Optional<YearMonth> month(@Nullable String text, Faults faults) {
        String given = faults.required("month", text).orElse("");
        try {
            YearMonth month = YearMonth.parse(given);
            if (month.getYear() >= FIRST.getYear() && Release.isOver(month, study.today())) {
                return Optional.of(month);
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        if (!given.isEmpty()) {
            faults.add(
                    "month",
                    new Text("须为已结束的整月，如 2026-10，收到 {0}。", "must be a month that is over, such as 2026-10, was {0}")
                            .with(given));
        }
        return Optional.empty();
    }

    private Optional<LocalDate> day(@Nullable String text, Faults faults) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        LocalDate today = study.today();
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(today)) {
                return Optional.of(day);
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        faults.add(
                "at",
                new Text("须为不晚于今天（{0}）的日期，收到 {1}。", "must be a date not after today ({0}), was {1}").with(today, text));
        return Optional.empty();
    }
}
