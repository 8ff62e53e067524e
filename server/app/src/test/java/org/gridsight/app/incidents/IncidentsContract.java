package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What storing, finding and listing incidents must do on every database. */
abstract class IncidentsContract extends Loop {

    @Test
    void keepsWhatWasReported() {
        IncidentView reported = incidents.report(Town.incident("垃圾堆放"), Town.duty());

        assertThat(reported.number()).matches("2026-\\d{6,}");
        assertThat(reported.status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(reported.version()).isZero();
        assertThat(reported.caseCode()).hasSize(CaseCode.LENGTH);
        IncidentView found =
                incidents.find(reported.id().toString(), everything()).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("caseCode").isEqualTo(reported);
        assertThat(incidents.find(Long.toString(reported.seq()), everything())).contains(found);
        assertThat(incidents.find(reported.number(), everything())).contains(found);
        assertThat(found.dueAt()).isNotNull();
    }

    @Test
    void theChannelMayHaveALimitOfItsOwn() {
        NewIncident plain = Town.incident("求助", IncidentKind.HELP, 117.905, 35.805);
        NewIncident petition = new NewIncident(
                plain.kind(),
                null,
                null,
                plain.title(),
                plain.description(),
                null,
                IncidentSource.PETITION,
                plain.occurredAt(),
                plain.where(),
                null);
        assertThat(incidents.report(plain, Town.duty()).limitSeconds())
                .isEqualTo(Duration.ofDays(1).toSeconds());
        assertThat(incidents.report(petition, Town.duty()).limitSeconds())
                .isEqualTo(Duration.ofDays(15).toSeconds());
    }

    @Autowired
    private DeskTimes desk;

    @Test
    void saysHowQuicklyTheDeskAnswersAndDispatches() {
        // a night of its own: the times are those of the last twelve hours
        clock.advance(Duration.ofDays(3));
        IncidentView quick = incidents.report(Town.incident("快"), Town.duty());
        IncidentView slow = incidents.report(Town.incident("慢"), Town.duty());
        IncidentView refused = incidents.report(Town.incident("退"), Town.duty());
        incidents.report(Town.incident("等"), Town.duty());
        clock.advance(Duration.ofSeconds(20));
        act(quick, Town.duty(), "accept");
        act(refused, Town.duty(), "reject", "reason", "不属实");
        clock.advance(Duration.ofSeconds(40));
        act(quick, Town.duty(), "assign", "unitId", "justice");
        act(slow, Town.duty(), "accept");
        clock.advance(Duration.ofSeconds(90));
        DeskTimes.Figures before = desk.figures(everything());
        assertThat(before.dispatched())
                .isEqualTo(new DeskTimes.Times(1, 1, Optional.of(40L), Optional.of(40L), Optional.of(1.0)));
        act(slow, Town.duty(), "assign", "unitId", "justice");
        DeskTimes.Figures now = desk.figures(everything());
        assertThat(now.answered())
                .isEqualTo(new DeskTimes.Times(3, 1, Optional.of(20L), Optional.of(60L), Optional.of(1.0)));
        assertThat(now.dispatched())
                .isEqualTo(new DeskTimes.Times(2, 0, Optional.of(40L), Optional.of(90L), Optional.of(0.5)));
        assertThat(desk.figures(new Scope(Town.SECOND_VILLAGE)).answered().count())
                .isZero();
    }

    @Test
    void hidesWhatLiesOutsideTheScope() {
        IncidentView reported = incidents.report(Town.incident("外村看不见"), Town.duty());

        assertThat(incidents.find(reported.id().toString(), new Scope(Town.FIRST_VILLAGE)))
                .isPresent();
        assertThat(incidents.find(reported.id().toString(), new Scope(Town.SECOND_VILLAGE)))
                .isEmpty();
        assertThat(titles(Map.of("q", List.of("外村看不见")), new Scope(Town.SECOND_VILLAGE)))
                .isEmpty();
    }

    @Test
    void filtersByEverything() {
        String mark = "筛选" + System.nanoTime();
        incidents.report(Town.incident(mark + "-a", IncidentKind.DISPUTE, 117.905, 35.805), Town.duty());
        incidents.report(Town.incident(mark + "-b", IncidentKind.HELP, 117.935, 35.835), Town.duty());

        assertThat(titles(Map.of("q", List.of(mark)), everything())).containsExactly(mark + "-b", mark + "-a");
        assertThat(titles(Map.of("q", List.of(mark), "kind", List.of("DISPUTE,FLOOD")), everything()))
                .containsExactly(mark + "-a");
        assertThat(titles(Map.of("q", List.of(mark), "bbox", List.of("117.93,35.83,117.94,35.84")), everything()))
                .containsExactly(mark + "-b");
        assertThat(titles(Map.of("q", List.of(mark), "grid", List.of(Town.FIRST_VILLAGE)), everything()))
                .containsExactly(mark + "-a");
        assertThat(titles(Map.of("q", List.of(mark), "status", List.of("CLOSED", "MERGED")), everything()))
                .isEmpty();
        assertThat(titles(Map.of("q", List.of(mark), "to", List.of("2026-03-05T14:00:00+08:00")), everything()))
                .isEmpty();
        assertThat(titles(Map.of("q", List.of(mark), "from", List.of("2026-03-05T14:00:00+08:00")), everything()))
                .hasSize(2);
        assertThat(titles(Map.of("q", List.of("50%_" + mark)), everything())).isEmpty();
    }

    @Test
    void pagesShowEachIncidentOnceWhileOthersComeIn() {
        String mark = "分页" + System.nanoTime();
        for (int i = 0; i < 7; i++) {
            incidents.report(Town.incident(mark + i), Town.duty());
        }
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Map<String, List<String>> query =
                    Map.of("q", List.of(mark), "limit", List.of("2"), "cursor", List.of(cursor.get()));
            IncidentSearch.Page page = search.page(IncidentFilter.parse(query), everything());
            page.items().forEach(item -> seen.add(item.title()));
            cursor = Optional.ofNullable(page.next());
            incidents.report(Town.incident(mark + "-new"), Town.duty());
        }
        assertThat(seen).containsExactly(mark + 6, mark + 5, mark + 4, mark + 3, mark + 2, mark + 1, mark + 0);
    }

    @Test
    void snapshotHoldsOpenIncidentsOfTheBox() {
        IncidentView reported = incidents.report(Town.incident("快照"), Town.duty());
        Box here = Box.around(reported.place(), 100);
        assertThat(search.newest(everything(), Optional.empty(), Optional.of(here), true, 10_000))
                .extracting(IncidentView::id)
                .contains(reported.id());
        Box elsewhere = new Box(100, 20, 101, 21);
        assertThat(search.newest(everything(), Optional.empty(), Optional.of(elsewhere), true, 10_000))
                .isEmpty();
    }

    @Test
    void historyBeginsWithTheReport() {
        IncidentView reported = incidents.report(Town.incident("过程"), Town.user("hotline", Role.WINDOW_CLERK));
        List<StepView> history = incidents.history(reported.id().toString(), Town.duty());
        assertThat(history).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo("report");
            assertThat(step.actor()).isEqualTo("hotline");
            assertThat(step.from()).isNull();
            assertThat(step.to()).isEqualTo(IncidentStatus.REPORTED);
        });
    }

    private List<String> titles(Map<String, List<String>> query, Scope scope) {
        return search.page(IncidentFilter.parse(query), scope).items().stream()
                .map(IncidentView::title)
                .toList();
    }
}
