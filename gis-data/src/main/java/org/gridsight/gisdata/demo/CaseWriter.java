package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gridsight.gisdata.demo.DemoIncident.Course;
import org.gridsight.gisdata.demo.DemoIncident.Matter;
import org.gridsight.gisdata.demo.DemoIncident.People;
import org.gridsight.gisdata.demo.DemoIncident.Place;
import org.gridsight.gisdata.demo.DemoIncident.Report;
import org.jspecify.annotations.Nullable;

/** Puts a draft into the words of a record: title, description, address, people. */
final class CaseWriter {

    /** Until then disputes carry categories of list A, from then of list B: offices change over at some date. */
    private static final LocalDate LIST_B_FROM = LocalDate.of(2024, 7, 1);

    private static final List<String> CORNERS =
            List.of("东头", "西头", "南巷", "北巷", "村口", "中心街", "卫生室旁", "小广场旁", "桥头", "小卖部门前", "村后", "老井旁");
    private static final List<String> TENS = List.of("二十", "三十", "四十", "五十", "六十");
    private static final String[] SCALES = {"INDIVIDUAL", "GROUP", "MAJOR_GROUP"};
    private static final double[] SCALE_WEIGHTS = {88, 11, 1};

    private final Town town;
    private final TownPlane plane;

    CaseWriter(Town town, TownPlane plane) {
        this.town = town;
        this.plane = plane;
    }

    DemoIncident write(UUID id, Draft draft, Course course, Draws draws) {
        return new DemoIncident(id, matter(draft, draws), place(draft, draws), report(draft, draws), course);
    }

    Report report(Draft draft, Draws draws) {
        List<DemoPerson> parties = draft.kind() == Kind.DISPUTE ? List.of(citizen(draws), citizen(draws)) : List.of();
        return new Report(
                draft.source,
                draft.platform.isEmpty() ? null : draft.platform,
                draft.occurred,
                draft.received,
                new People(DemoPerson.numbered(draft.reporter), parties));
    }

    Matter matter(Draft draft, Draws draws) {
        Phrases.Wording wording = draft.topic.wordings().get(draft.wording);
        String title = filled(wording.title(), draft, draws);
        String description = filled(wording.description(), draft, draws);
        boolean dispute = draft.kind() == Kind.DISPUTE;
        String scale = dispute ? SCALES[draws.weighted(SCALE_WEIGHTS)] : null;
        return new Matter(draft.kind().name(), category(draft), scale, title, description);
    }

    Place place(Draft draft, Draws draws) {
        Division.Region grid =
                town.gridAt(draft.shown).orElseGet(() -> town.division().gridOf(draft.hamlet));
        String address = town.division().villageOf(draft.hamlet).name() + draft.hamlet.name() + draws.pick(CORNERS);
        return new Place(plane.point(draft.shown), grid.code(), address);
    }

    private static @Nullable String category(Draft draft) {
        List<String> categories = draft.topic.categories();
        if (categories.isEmpty()) {
            return null;
        }
        Instant changeOver = LIST_B_FROM.atStartOfDay().toInstant(Rhythm.ZONE);
        return categories.get(draft.received.isBefore(changeOver) ? 0 : 1);
    }

    private String filled(String words, Draft draft, Draws draws) {
        return words.replace("{村}", draft.hamlet.name())
                .replace("{行政村}", town.division().villageOf(draft.hamlet).name())
                .replace("{人}", citizen(draws).name())
                .replace("{户}", (2 + draws.below(5)) + "户村民")
                .replace("{数}十", draws.pick(TENS))
                .replace("{数}", String.valueOf(2 + draws.below(5)));
    }

    private static DemoPerson citizen(Draws draws) {
        return DemoPerson.numbered(Background.citizen(draws));
    }
}
