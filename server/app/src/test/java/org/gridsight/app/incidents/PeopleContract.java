package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a case: stored, masked, unmasked on record, changed, kept through a merge; on every database. */
abstract class PeopleContract extends Loop {

    private static final String ID_NUMBER = "11010519491231002X";
    private static final NewIncident.Party ZHANG =
            new NewIncident.Party(PartySide.MAIN, "张三丰", "13911112222", IdKind.RESIDENT_ID, ID_NUMBER, "立春村 3 号");
    private static final NewIncident.Party LI = NewIncident.Party.named(PartySide.OTHER, "李四光", null);

    @Autowired
    private CasePeople people;

    @Autowired
    private PartyChanges changes;

    @Autowired
    private JdbcClient jdbc;

    private IncidentView dispute() {
        NewIncident plain = Town.incident("两家相争", IncidentKind.DISPUTE, Town.WEST + 0.01, Town.SOUTH + 0.01);
        return incidents.report(plain.naming(List.of(ZHANG, LI)), Town.duty());
    }

    private static String key(IncidentView incident) {
        return incident.id().toString();
    }

    private static CasePeople.UnmaskRequest why(@Nullable String reason, boolean withIdNumber) {
        return new CasePeople.UnmaskRequest(reason, withIdNumber);
    }

    /** Everybody asks as somebody new, so that neither budget nor folded reads of other tests count. */
    private static CurrentUser somebody(Role... roles) {
        return Town.user("people-" + System.nanoTime(), roles);
    }

    private List<String> audited(IncidentView incident, CurrentUser by) {
        return jdbc.sql("select action || ' ' || details from audit.record where subject = ? and actor = ?"
                        + " order by at, chain, height")
                .params("incident/" + incident.seq(), by.username())
                .query(String.class)
                .list();
    }

    @Test
    void showsMasksAndPutsTheReadOnRecordOnce() {
        IncidentView incident = dispute();
        CurrentUser clerk = somebody(Role.WINDOW_CLERK);
        CasePeople.One seen = people.one(key(incident), clerk);
        assertThat(seen.mayUnmask()).isTrue();
        assertThat(seen.reporter()).isEqualTo(new NamedPeople.Reporter("演**", "138****1234", null));
        assertThat(seen.parties())
                .extracting(PartyView::side, PartyView::name, PartyView::phone, PartyView::idNumber, PartyView::address)
                .containsExactly(
                        tuple(PartySide.MAIN, "张**", "139****2222", null, "***"),
                        tuple(PartySide.OTHER, "李**", null, null, null));
        assertThat(seen.parties().get(0).idKind()).isEqualTo(IdKind.RESIDENT_ID);
        people.one(key(incident), clerk);
        assertThat(audited(incident, clerk)).containsExactly("incident.read-people {\"masked\":\"reporter,parties\"}");
        clock.advance(Duration.ofMinutes(10));
        people.one(key(incident), clerk);
        assertThat(audited(incident, clerk)).hasSize(2);
    }

    @Test
    void showsNothingToThoseWhoHaveNoPartInIt() {
        IncidentView incident = dispute();
        for (Role role : Set.of(Role.SCREEN, Role.GIS_EDITOR, Role.VIDEO_MANAGER, Role.HANDLER, Role.GRID_WORKER)) {
            CurrentUser outsider = somebody(role);
            CasePeople.One seen = people.one(key(incident), outsider);
            assertThat(seen.reporter()).as("%s", role).isNull();
            assertThat(seen.parties()).as("%s", role).isEmpty();
            assertThat(seen.mayUnmask()).as("%s", role).isFalse();
            assertThat(audited(incident, outsider)).isEmpty();
        }
        CurrentUser leader = somebody(Role.LEADER);
        assertThat(people.one(key(incident), leader).parties()).hasSize(2);
        assertThat(refused(() -> people.unmaskParties(key(incident), why("督办", false), leader))
                        .reason())
                .isEqualTo(IncidentReason.PERSONAL_DATA_CLOSED);
        assertThat(refused(() -> people.unmaskReporters(key(incident), why("督办", false), leader))
                        .reason())
                .isEqualTo(IncidentReason.PERSONAL_DATA_CLOSED);
    }

    @Test
    void unmasksForAReasonAndWithoutTheIdNumberUnlessAsked() {
        IncidentView incident = dispute();
        CurrentUser duty = somebody(Role.DISPATCHER);
        assertThat(refused(() -> people.unmaskParties(key(incident), why(" ", false), duty))
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("reason");
        List<PartyView> clear = people.unmaskParties(key(incident), why("约时间调解", false), duty);
        assertThat(clear.get(0).name()).isEqualTo("张三丰");
        assertThat(clear.get(0).phone()).isEqualTo("13911112222");
        assertThat(clear.get(0).idNumber()).isNull();
        assertThat(people.unmaskParties(key(incident), why("写调解协议", true), duty)
                        .get(0)
                        .idNumber())
                .isEqualTo(ID_NUMBER);
        assertThat(people.unmaskReporters(key(incident), why("回拨", false), duty))
                .containsExactly(new NamedPeople.Reporter("演示人员001", "13800001234", null));
        assertThat(audited(incident, duty))
                .containsExactlyInAnyOrder(
                        "incident.unmask-parties {\"columns\":\"NAME,PHONE,ADDRESS\",\"reason\":\"约时间调解\"}",
                        "incident.unmask-parties {\"columns\":\"NAME,PHONE,ADDRESS,ID_NUMBER\",\"reason\":\"写调解协议\"}",
                        "incident.unmask-reporter {\"columns\":\"NAME,PHONE,ADDRESS\",\"reason\":\"回拨\"}");
    }

    @Test
    void budgetIsForAllUnmaskingOfAMinute() {
        IncidentView incident = dispute();
        CurrentUser duty = somebody(Role.DISPATCHER);
        IntStream.range(0, 5).forEach(i -> {
            people.unmaskParties(key(incident), why("核实", false), duty);
            people.unmaskReporters(key(incident), why("核实", false), duty);
        });
        assertThat(refused(() -> people.unmaskParties(key(incident), why("核实", false), duty))
                        .reason())
                .isEqualTo(CommonReason.TOO_MANY);
        assertThat(audited(incident, duty)).hasSize(10);
    }

    @Test
    void handlersUnmaskOnlyTheirOwnCaseAndWhileItLasts() {
        IncidentView incident = dispute();
        act(incident, Town.duty(), "accept");
        String workerId = "w-people" + System.nanoTime();
        CurrentUser worker = Town.worker(workerId);
        CurrentUser justice = Town.ofUnit("justice-" + System.nanoTime(), "justice");
        CurrentUser police = Town.ofUnit("police-" + System.nanoTime(), "police");
        for (CurrentUser early : List.of(worker, justice)) {
            assertThat(refused(() -> people.unmaskParties(key(incident), why("上门", false), early))
                            .reason())
                    .isEqualTo(IncidentReason.PERSONAL_DATA_CLOSED);
        }
        act(incident, Town.duty(), "assign", "workerIds", List.of(workerId), "unitId", "justice");
        assertThat(people.unmaskParties(key(incident), why("上门", true), worker))
                .extracting(PartyView::name, PartyView::idNumber)
                .containsExactly(tuple("张三丰", null), tuple("李四光", null));
        assertThat(people.unmaskParties(key(incident), why("调解", true), justice)
                        .get(0)
                        .idNumber())
                .isEqualTo(ID_NUMBER);
        assertThat(refused(() -> people.unmaskParties(key(incident), why("好奇", false), police))
                        .reason())
                .isEqualTo(IncidentReason.PERSONAL_DATA_CLOSED);
        act(incident, worker, "start");
        act(incident, worker, "return", "reason", "不归我管");
        assertThat(refused(() -> people.unmaskParties(key(incident), why("上门", false), worker))
                        .reason())
                .isEqualTo(IncidentReason.PERSONAL_DATA_CLOSED);
    }

    @Test
    void mergeLosesNobodyAndGivesNobodyFromOutsideTheArea() {
        IncidentView target = dispute();
        NewIncident.Party stranger = NewIncident.Party.named(PartySide.OTHER, "王五岳", "13733334444");
        NewIncident.Party neighbour = NewIncident.Party.named(PartySide.OTHER, "赵六合", "13755556666");
        IncidentView outside = incidents.report(
                Town.incident("外村同案", IncidentKind.DISPUTE, Town.WEST + 0.01, Town.SOUTH + 0.03)
                        .naming(List.of(stranger)),
                Town.duty());
        IncidentView inside = incidents.report(Town.incident("本村同案").naming(List.of(neighbour)), Town.duty());
        act(outside, Town.duty(), "merge", "into", target.number());
        act(inside, Town.duty(), "merge", "into", target.number());

        assertThat(names(target, somebody(Role.DISPATCHER))).containsExactly("张三丰", "李四光", "王五岳", "赵六合");
        CurrentUser villager = inVillage(somebody(Role.VILLAGE_CLERK));
        assertThat(names(target, villager)).containsExactly("张三丰", "李四光", "赵六合");
        assertThat(people.unmaskReporters(key(target), why("核实", false), villager))
                .hasSize(2);
        assertThat(people.one(key(target), villager).parties())
                .extracting(PartyView::mergedFrom)
                .containsExactly(null, null, inside.number());

        act(outside, Town.duty(), "unmerge");
        assertThat(names(target, somebody(Role.DISPATCHER))).containsExactly("张三丰", "李四光", "赵六合");
        assertThat(names(outside, somebody(Role.DISPATCHER))).containsExactly("王五岳");
    }

    private List<String> names(IncidentView incident, CurrentUser by) {
        return people.unmaskParties(key(incident), why("核实", false), by).stream()
                .map(PartyView::name)
                .toList();
    }

    private static CurrentUser inVillage(CurrentUser user) {
        return new CurrentUser(
                user.username(), user.displayName(), user.roles(), new Scope(Town.FIRST_VILLAGE), null, null);
    }

    @Test
    void changesWhoIsNamedAndKeepsWhatIsLeftOut() {
        IncidentView incident = dispute();
        CurrentUser duty = somebody(Role.DISPATCHER);
        List<PartyView> masked = people.one(key(incident), duty).parties();
        String zhang = masked.get(0).id().toString();
        PartyRequest kept = new PartyRequest(zhang, null, null, "13999998888", null, null, "");
        PartyRequest added = new PartyRequest(null, "OTHER", "孙七星", null, null, "e1234567", null);
        change(incident, duty, List.of(kept, added));

        List<PartyView> now = people.unmaskParties(key(incident), why("核实", true), duty);
        assertThat(now)
                .extracting(PartyView::name, PartyView::phone, PartyView::idKind, PartyView::idNumber)
                .containsExactly(
                        tuple("张三丰", "13999998888", IdKind.RESIDENT_ID, ID_NUMBER),
                        tuple("孙七星", null, IdKind.OTHER, "E1234567"));
        assertThat(now.get(0).address()).isNull();
        assertThat(now(incident).version()).isGreaterThan(incident.version());
        assertThat(incidents.history(key(incident), duty)).last().satisfies(step -> {
            assertThat(step.action()).isEqualTo("parties");
            assertThat(step.details()).isEqualTo(Map.of("added", "1", "changed", "1", "removed", "1"));
        });
        assertThat(audited(incident, duty)).anyMatch(line -> line.startsWith("incident.parties "));
    }

    private void change(IncidentView incident, CurrentUser by, List<PartyRequest> parties) {
        String version = Long.toString(now(incident).version());
        changes.change(key(incident), new PartyChanges.PartiesRequest(version, List.copyOf(parties)), by);
    }

    @Test
    void refusesMasksStrangersStaleVersionsAndOthersPeople() {
        IncidentView incident = dispute();
        CurrentUser duty = somebody(Role.DISPATCHER);
        PartyRequest mask = new PartyRequest(null, "MIDDLE", "张**", "139****2222", "RESIDENT_ID", "123456", "***");
        PartyRequest stranger = new PartyRequest("1", "MAIN", "x", null, null, null, null);
        Rejected faulty = refused(() ->
                changes.change(key(incident), new PartyChanges.PartiesRequest("x", List.of(mask, stranger)), duty));
        assertThat(faulty.faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder(
                        "version",
                        "parties[0].side",
                        "parties[0].name",
                        "parties[0].phone",
                        "parties[0].idNumber",
                        "parties[0].address",
                        "parties[1].id");
        assertThat(refused(() -> changes.change(key(incident), new PartyChanges.PartiesRequest(null, null), duty))
                        .faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder("version", "parties");
        assertThat(refused(() -> changes.change(key(incident), new PartyChanges.PartiesRequest("7", List.of()), duty))
                        .reason())
                .isEqualTo(IncidentReason.STALE_VERSION);
        assertThat(refused(() -> change(incident, somebody(Role.MEDIATOR), List.of()))
                        .reason())
                .isEqualTo(IncidentReason.NOT_ITS_HANDLER);
        act(incident, Town.duty(), "reject", "reason", "不属实");
        assertThat(refused(() -> change(incident, duty, List.of())).reason()).isEqualTo(IncidentReason.ENDED);
    }
}
