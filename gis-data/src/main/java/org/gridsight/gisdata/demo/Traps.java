package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** Spoils ordinary rows the way real ones are spoiled. Every row is spoiled at most once; the truth is kept in the draft. */
final class Traps {

    private static final double DUPLICATES = 0.03;
    private static final double LATE = 0.04;
    private static final double DEFAULT_COORDINATE = 0.02;
    private static final double GCJ02 = 0.02;
    private static final int OTHER_PLATFORMS = 3;
    private static final double OVERZEAL = 5;
    private static final Set<Kind> TRIVIAL = Set.of(Kind.SANITATION, Kind.FACILITY);

    private final Town town;
    private final TownPlane plane;
    private final Draws draws;

    Traps(Town town, TownPlane plane, Draws draws) {
        this.town = town;
        this.plane = plane;
        this.draws = draws;
    }

    /** Repeats by another reporter within 48 hours and 60 metres, in other words. */
    void duplicates(List<Draft> drafts, Instant end) {
        List<Draft> repeats = new ArrayList<>();
        for (Draft original : drafts) {
            boolean simple =
                    original.traps.isEmpty() && original.topic.wordings().size() > 1;
            if (simple && draws.chance(DUPLICATES)) {
                Draft repeat = repeat(original);
                if (repeat.received.isBefore(end)) {
                    repeats.add(repeat);
                }
            }
        }
        drafts.addAll(repeats);
    }

    /** Entered one to twenty days later; half of them carry the time of entry as the time of the matter. */
    void lateDates(List<Draft> drafts, Instant end) {
        for (Draft draft : drafts) {
            if (draft.traps.isEmpty() && draws.chance(LATE)) {
                Instant entered = Rhythm.moment(Rhythm.day(draft.happened).plusDays(1 + draws.below(20)), draws);
                if (entered.isBefore(end)) {
                    draft.received = entered;
                    draft.traps.add(Draft.Trap.LATE);
                    if (draws.chance(0.5)) {
                        draft.occurred = entered;
                        draft.traps.add(Draft.Trap.LATE_DATED_AT_ENTRY);
                    }
                }
            }
        }
    }

    /** Exactly on the town hall, while the address says otherwise. */
    void defaultCoordinates(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.traps.isEmpty() && draws.chance(DEFAULT_COORDINATE)) {
                draft.shown = town.townHall();
                draft.traps.add(Draft.Trap.DEFAULT_COORDINATE);
            }
        }
    }

    /**
     * Four villages send through platforms. One platform claims WGS 84 and sends GCJ-02, in all its rows: it serves the
     * village that has just enough matters for two per cent of the town's.
     */
    void platforms(List<Draft> drafts) {
        int wanted = (int) StrictMath.rint(GCJ02 * drafts.size());
        Map<Division.Region, List<Draft>> byVillage = drafts.stream()
                .filter(d -> d.traps.isEmpty())
                .collect(Collectors.groupingBy(d -> town.division().villageOf(d.hamlet)));
        List<Division.Region> able = byVillage.keySet().stream()
                .filter(v -> byVillage.getOrDefault(v, List.of()).size() >= wanted)
                .sorted(Comparator.comparing(Division.Region::code))
                .toList();
        Division.Region shifted = draws.pick(able);
        List<Draft> rows = new ArrayList<>(byVillage.getOrDefault(shifted, List.of()));
        draws.shuffle(rows);
        for (Draft draft : rows.subList(0, wanted)) {
            sentBy(shifted, draft);
            draft.shown = plane.gcj02ReadAsTrue(draft.at);
            draft.traps.add(Draft.Trap.GCJ02);
        }
        for (int i = 0; i < OTHER_PLATFORMS; i++) {
            Division.Region village = draws.pick(town.division().villages());
            for (Draft draft : village == shifted ? List.<Draft>of() : byVillage.getOrDefault(village, List.of())) {
                if (draws.chance(0.35)) {
                    sentBy(village, draft);
                }
            }
        }
    }

    /** One worker reports five times as many trifles as the others do: each a matter of its own, none worth a ranking. */
    void overzealousWorker(
            List<Draft> drafts, Background background, Division.Region grid, List<Phrases.Topic> topics) {
        List<Division.Region> grids = town.division().grids();
        int number = 1 + grids.indexOf(grid);
        long all = drafts.stream().filter(Traps::trivialPatrol).count();
        long own = drafts.stream()
                .filter(d -> trivialPatrol(d) && d.reporter == number)
                .count();
        double others = (all - own) / (grids.size() - 1.0);
        LocalDate first = LocalDate.of(2023, 1, 1);
        for (long i = own; i < OVERZEAL * others; i++) {
            Instant moment = Rhythm.moment(first.plusDays(draws.below(731)), draws);
            Draft draft = background.near(draws.pick(grid.hamlets()), draws.pick(topics), moment, draws);
            draft.source = "GRID_PATROL";
            draft.reporter = number;
            draft.traps.add(Draft.Trap.OVERZEALOUS_WORKER);
            drafts.add(draft);
        }
    }

    static boolean trivialPatrol(Draft draft) {
        return TRIVIAL.contains(draft.kind()) && draft.source.equals("GRID_PATROL");
    }

    private Draft repeat(Draft original) {
        double angle = 2 * StrictMath.PI * draws.unit();
        double away = draws.between(3, 58);
        Coordinate at = TownPlane.snapped(
                original.at.x + away * StrictMath.cos(angle), original.at.y + away * StrictMath.sin(angle));
        Draft repeat =
                new Draft(original.topic, original.hamlet, town.contains(at) ? at : original.at, original.happened);
        int others = original.topic.wordings().size() - 1;
        repeat.wording = (original.wording + 1 + draws.below(others)) % (others + 1);
        repeat.occurred = Rhythm.later(original.happened, draws.between(-0.5, 6));
        repeat.received = Rhythm.later(original.received, draws.between(0.3, 40));
        repeat.occurred = repeat.occurred.isAfter(repeat.received) ? original.happened : repeat.occurred;
        repeat.source = original.source.equals("PUBLIC_REPORT") ? "HOTLINE_12345" : "PUBLIC_REPORT";
        repeat.reporter = Background.citizen(draws);
        repeat.repeats = original;
        repeat.traps.add(Draft.Trap.DUPLICATE);
        return repeat;
    }

    private void sentBy(Division.Region village, Draft draft) {
        draft.source = "VILLAGE_PLATFORM";
        draft.platform = village.name() + "服务平台";
        draft.reporter = Background.citizen(draws);
    }
}
