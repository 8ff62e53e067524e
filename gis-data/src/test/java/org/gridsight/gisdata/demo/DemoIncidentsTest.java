package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridsight.gisdata.demo.DemoTownshipTest.NOW;
import static org.gridsight.gisdata.demo.DemoTownshipTest.TOWN;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.gisdata.demo.DemoIncident.Course;
import org.gridsight.gisdata.demo.DemoIncident.Step;
import org.junit.jupiter.api.Test;

/** Shape, words, people and histories of the incident stream. */
class DemoIncidentsTest {

    /** Moves of the state table: from, action, to. */
    private static final Set<String> LEGAL = Set.of(
            " report REPORTED",
            "REPORTED accept ACCEPTED",
            "REPORTED reject REJECTED",
            "ACCEPTED reject REJECTED",
            "REPORTED merge MERGED",
            "ACCEPTED assign ASSIGNED",
            "ASSIGNED start HANDLING",
            "ASSIGNED return ACCEPTED",
            "HANDLING handle HANDLED",
            "HANDLED verify VERIFIED",
            "HANDLED verify ASSIGNED",
            "VERIFIED revisit REVISITED",
            "REVISITED close CLOSED",
            "REVISITED reopen ASSIGNED");

    private final List<DemoIncident> twoYears = DemoTownshipTest.twoYears(TOWN);
    private final DemoAnswerKey key = new DemoAnswerKey(TOWN);
    private final List<DemoIncident> ordinary = twoYears.stream()
            .filter(i ->
                    key.of(i).cluster().isEmpty() && key.of(i).duplicateOf().isEmpty())
            .toList();

    @Test
    void keepsTheSharesOfKinds() {
        Map<String, Double> shares = Map.of(
                "DISPUTE",
                .28,
                "SANITATION",
                .20,
                "HAZARD",
                .18,
                "HELP",
                .14,
                "SECURITY",
                .10,
                "FOREST_FIRE",
                .06,
                "TRAFFIC",
                .04);
        shares.forEach((kind, share) -> assertThat(
                        share(ordinary, i -> i.matter().kind().equals(kind)))
                .as(kind)
                .isBetween(share - .02, share + .02));
    }

    @Test
    void followsSeasonWeekAndHour() {
        Function<DemoIncident, OffsetDateTime> when = i -> key.of(i).happened().atOffset(Rhythm.ZONE);
        Predicate<DemoIncident> fire = i -> i.matter().kind().equals("FOREST_FIRE");
        List<DemoIncident> fires = ordinary.stream().filter(fire).toList();
        assertThat(share(fires, i -> Set.of(2, 3, 4).contains(when.apply(i).getMonthValue())))
                .as("fires in spring: 6.4 of 11.7")
                .isBetween(.46, .64);
        assertThat(share(fires, i -> Set.of(7, 8).contains(when.apply(i).getMonthValue())))
                .isLessThan(.06);
        double weekend = share(
                ordinary,
                i -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                        .contains(when.apply(i).getDayOfWeek()));
        assertThat(weekend).as("2 x .85 of 7").isBetween(.22, .265);
        assertThat(share(ordinary, i -> when.apply(i).getHour() < 6))
                .as("1.5 of 26.2 at night")
                .isBetween(.04, .075);
        assertThat(share(
                        ordinary,
                        i -> when.apply(i).getHour() >= 8 && when.apply(i).getHour() <= 10))
                .as("6.0 of 26.2 in the morning")
                .isBetween(.20, .26);
    }

    @Test
    void spreadsStatesAsInLife() {
        assertThat(share(twoYears, i -> i.course().status().equals("CLOSED"))).isBetween(.88, .94);
        assertThat(share(twoYears, i -> i.course().status().equals("MERGED"))).isBetween(.012, .028);
        assertThat(share(twoYears, i -> i.course().returns() > 0)).isBetween(.05, .072);
        assertThat(share(twoYears, i -> i.course().reopens() > 0)).isBetween(.02, .04);
        assertThat(share(twoYears, i -> overdueOnce(i))).isBetween(.038, .062);
        assertThat(twoYears).extracting(i -> i.course().status()).containsOnly("CLOSED", "MERGED", "REJECTED");
    }

    @Test
    void movesOnlyAsTheStateTableAllows() {
        for (DemoIncident incident : TOWN.incidents()) {
            String from = "";
            Instant before = incident.report().receivedAt();
            Set<String> handlers = new HashSet<>();
            for (Step step : incident.course().steps()) {
                assertThat(LEGAL).contains(from + " " + step.action() + " " + step.status());
                assertThat(step.at()).isAfterOrEqualTo(before);
                from = step.status();
                before = step.at();
                if (step.action().equals("handle")) {
                    handlers.add(step.actor().name());
                }
                if (Set.of("verify", "revisit").contains(step.action())) {
                    assertThat(handlers).doesNotContain(step.actor().name());
                }
                if (Set.of("reject", "return", "reopen").contains(step.action())) {
                    assertThat(step.remark().words()).isNotBlank();
                }
            }
            assertThat(incident.course().status()).isEqualTo(from);
            assertThat(incident.report().occurredAt())
                    .isBeforeOrEqualTo(incident.report().receivedAt());
        }
    }

    @Test
    void mergesOnlyIntoEarlierCasesThatStand() {
        Map<UUID, DemoIncident> earlier = new HashMap<>();
        for (DemoIncident incident : TOWN.incidents()) {
            Course course = incident.course();
            assertThat(course.mergedInto() != null).isEqualTo(course.status().equals("MERGED"));
            if (course.mergedInto() != null) {
                DemoIncident target = Objects.requireNonNull(earlier.get(course.mergedInto()));
                assertThat(target.course().status()).isNotIn("MERGED", "REJECTED");
            }
            assertThat(earlier.put(incident.id(), incident)).isNull();
        }
    }

    @Test
    void leavesOneCaseOpenInEachStateTodayAndNobodyWithTwo() {
        List<DemoIncident> open = TOWN.incidents().stream()
                .filter(i -> !Set.of("CLOSED", "MERGED", "REJECTED")
                        .contains(i.course().status()))
                .toList();
        assertThat(open)
                .extracting(i -> i.course().status())
                .contains("REPORTED", "ACCEPTED", "ASSIGNED", "HANDLING", "HANDLED", "VERIFIED", "REVISITED");
        assertThat(open).hasSizeBetween(15, 60);
        Map<String, Boolean> free = TOWN.workers().stream()
                .collect(Collectors.toMap(DemoWorker::id, w -> w.post().onDuty() && !w.demoAccount()));
        Set<String> busy = new HashSet<>();
        for (DemoIncident incident : open) {
            if (Set.of("ASSIGNED", "HANDLING").contains(incident.course().status())) {
                assertThat(incident.course().workerIds()).isNotEmpty().allSatisfy(id -> {
                    assertThat(free).containsEntry(id, true);
                    assertThat(busy.add(id)).isTrue();
                });
            }
        }
        assertThat(TOWN.incidents())
                .allSatisfy(i -> assertThat(i.course().steps())
                        .filteredOn(s -> i.report().receivedAt().isAfter(NOW.minus(Duration.ofDays(60))))
                        .allSatisfy(s -> assertThat(s.at()).isBeforeOrEqualTo(NOW)));
    }

    @Test
    void livesOnInTheLastSixtyDays() {
        List<DemoIncident> recent = TOWN.incidents().stream()
                .filter(i -> i.report().receivedAt().isAfter(NOW.minus(Duration.ofDays(60))))
                .toList();
        assertThat(recent).hasSizeBetween(280, 480);
        for (int week = 0; week < 8; week++) {
            Instant from = NOW.minus(Duration.ofDays(7L * week + 7));
            assertThat(recent)
                    .filteredOn(i -> !i.report().receivedAt().isBefore(from)
                            && i.report().receivedAt().isBefore(from.plus(Duration.ofDays(7))))
                    .as("week %d before now", week)
                    .hasSizeGreaterThan(15);
        }
        assertThat(TOWN.incidents())
                .allSatisfy(i -> assertThat(i.report().receivedAt()).isBeforeOrEqualTo(NOW));
    }

    @Test
    void tellsMattersInManyWords() {
        for (Kind kind : Kind.values()) {
            Stream<Phrases.Wording> wordings =
                    new Phrases().topics(kind).stream().flatMap(t -> t.wordings().stream());
            assertThat(wordings.map(Phrases.Wording::title).distinct())
                    .as(kind.name())
                    .hasSizeGreaterThanOrEqualTo(8);
        }
        Set<String> villages =
                TOWN.naturalVillages().stream().map(DemoNaturalVillage::name).collect(Collectors.toSet());
        Set<String> parishes = TOWN.villages().stream().map(DemoVillage::name).collect(Collectors.toSet());
        assertThat(TOWN.incidents()).allSatisfy(i -> {
            assertThat(i.matter().title() + i.matter().description()).doesNotContain("{", "}");
            assertThat(Stream.concat(villages.stream(), parishes.stream()))
                    .anyMatch(name -> i.matter().title().contains(name));
            assertThat(parishes).contains(i.place().address().substring(0, 3));
        });
    }

    @Test
    void givesDisputesACategoryOfTheListInUseAndTwoSides() {
        assertThat(TOWN.incidents()).allSatisfy(i -> {
            boolean dispute = i.matter().kind().equals("DISPUTE");
            boolean older = i.report().receivedAt().isBefore(Instant.parse("2024-06-30T16:00:00Z"));
            assertThat(i.matter().category() != null).isEqualTo(dispute);
            assertThat(i.matter().scale() != null).isEqualTo(dispute);
            assertThat(i.report().people().parties()).hasSize(dispute ? 2 : 0);
            if (i.matter().category() != null) {
                assertThat(i.matter().category()).matches(older ? "A\\d\\d" : "B\\d\\d");
            }
        });
    }

    private static boolean overdueOnce(DemoIncident incident) {
        Instant due = null;
        boolean late = false;
        for (Step step : incident.course().steps()) {
            if (step.action().equals("assign")) {
                due = step.at()
                        .plus(Duration.ofHours(
                                Kind.valueOf(incident.matter().kind()).limitHours()));
            }
            late |= step.action().equals("handle")
                    && due != null
                    && incident.course().reopens() == 0
                    && step.at().isAfter(due);
        }
        return late;
    }

    private static double share(List<DemoIncident> incidents, Predicate<DemoIncident> which) {
        return incidents.stream().filter(which).count() / (double) incidents.size();
    }
}
