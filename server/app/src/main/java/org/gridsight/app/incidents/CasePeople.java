package org.gridsight.app.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people named in a case, as far as somebody may see them by {@link PersonalData}. Every look at them is on record in
 * the transaction that reads them; the clear words need a reason, are recorded with it, and are given only so often.
 */
@Service
class CasePeople {

    private static final int REASON = 300;

    private final CaseFiles files;
    private final Incidents incidents;
    private final NamedPeople people;
    private final UnmaskBudget budget;
    private final PersonalReads reads;
    private final CasePhotos photos;
    private final CaseAmendments amendments;
    private final ApplicationEventPublisher events;

    CasePeople(
            CaseFiles files,
            Incidents incidents,
            NamedPeople people,
            UnmaskBudget budget,
            PersonalReads reads,
            CasePhotos photos,
            CaseAmendments amendments,
            ApplicationEventPublisher events) {
        this.files = files;
        this.incidents = incidents;
        this.people = people;
        this.budget = budget;
        this.reads = reads;
        this.photos = photos;
        this.amendments = amendments;
        this.events = events;
    }

    /** A single incident; {@code reporter} and {@code parties} are masked, and absent for whoever may not see them. */
    record One(
            @JsonUnwrapped IncidentView incident,
            NamedPeople.@Nullable Reporter reporter,
            List<PartyView> parties,
            boolean mayUnmask,
            int photos,
            int openAmendments) {}

    /** Why somebody wants clear words; identity numbers come only when asked for. */
    record UnmaskRequest(@Nullable String reason, @Nullable Boolean withIdNumber) {}

    @Transactional
    public One one(String key, CurrentUser user) {
        Incident incident = files.require(key, user);
        PersonalData data = files.personalData(incident, user);
        IncidentView view = incidents.view(incident, user);
        int pictures = user.isScreen() ? 0 : photos.count(view);
        int open = user.isScreen() ? 0 : amendments.countOpen(incident.seq());
        if (!data.seesPeople()) {
            return new One(view, null, List.of(), false, pictures, open);
        }
        Optional<NamedPeople.Reporter> reporter = people.reporters(incident, user.scope()).stream()
                .map(known -> shown(known, data::atSight))
                .findFirst();
        List<PartyView> parties = shown(people.parties(incident, user.scope()), data::atSight);
        List<String> seen = new ArrayList<>();
        reporter.ifPresent(known -> seen.add("reporter"));
        if (!parties.isEmpty()) {
            seen.add("parties");
        }
        if (!seen.isEmpty()) {
            reads.record(entry("incident.read-people", incident, user, Map.of("masked", String.join(",", seen))));
        }
        return new One(view, reporter.orElse(null), parties, data.mayUnmask(), pictures, open);
    }

    @Transactional
    public List<NamedPeople.Reporter> unmaskReporters(String key, UnmaskRequest request, CurrentUser user) {
        Incident incident = files.require(key, user);
        PersonalData data = files.personalData(incident, user);
        String reason = reasonOf(request, data, user);
        String columns = PersonalColumn.NAME + "," + PersonalColumn.PHONE + "," + PersonalColumn.ADDRESS;
        Map<String, String> details = Map.of("reason", reason, "columns", columns);
        events.publishEvent(entry("incident.unmask-reporter", incident, user, details));
        return people.reporters(incident, user.scope()).stream()
                .map(known -> shown(known, data::forReason))
                .toList();
    }

    @Transactional
    public List<PartyView> unmaskParties(String key, UnmaskRequest request, CurrentUser user) {
        Incident incident = files.require(key, user);
        PersonalData data = files.personalData(incident, user);
        String reason = reasonOf(request, data, user);
        boolean withIdNumber = Boolean.TRUE.equals(request.withIdNumber());
        Function<PersonalColumn, Sight> sight = column ->
                column == PersonalColumn.ID_NUMBER && !withIdNumber ? data.atSight(column) : data.forReason(column);
        String columns = Arrays.stream(PersonalColumn.values())
                .filter(column -> sight.apply(column) == Sight.OPEN)
                .map(PersonalColumn::name)
                .collect(Collectors.joining(","));
        Map<String, String> details = Map.of("reason", reason, "columns", columns);
        events.publishEvent(entry("incident.unmask-parties", incident, user, details));
        return shown(people.parties(incident, user.scope()), sight);
    }

    /** Right, then reason, then budget. */
    private String reasonOf(UnmaskRequest request, PersonalData data, CurrentUser user) {
        if (!data.mayUnmask()) {
            throw new Rejected(IncidentReason.PERSONAL_DATA_CLOSED);
        }
        Faults faults = new Faults();
        Optional<String> reason =
                faults.required("reason", request.reason()).flatMap(text -> faults.text("reason", text, REASON));
        faults.throwIfAny();
        budget.spend(user);
        return reason.orElseThrow();
    }

    private static AuditEntry entry(String action, Incident incident, CurrentUser user, Map<String, String> details) {
        return AuditEntry.of(
                user.username(),
                action,
                "incident/" + incident.seq(),
                incident.spot().gridCode(),
                details);
    }

    private static NamedPeople.Reporter shown(NamedPeople.Reporter known, Function<PersonalColumn, Sight> sight) {
        return new NamedPeople.Reporter(
                PersonalColumn.NAME.show(known.name(), sight.apply(PersonalColumn.NAME)),
                PersonalColumn.PHONE.show(known.phone(), sight.apply(PersonalColumn.PHONE)),
                PersonalColumn.ADDRESS.show(known.address(), sight.apply(PersonalColumn.ADDRESS)));
    }

    private static List<PartyView> shown(List<NamedPeople.Named> known, Function<PersonalColumn, Sight> sight) {
        return known.stream().map(named -> shown(named, sight)).toList();
    }

    private static PartyView shown(NamedPeople.Named known, Function<PersonalColumn, Sight> sight) {
        NewIncident.Party party = known.party();
        return new PartyView(
                known.id(),
                party.side(),
                PersonalColumn.NAME.show(party.name(), sight.apply(PersonalColumn.NAME)),
                PersonalColumn.PHONE.show(party.phone(), sight.apply(PersonalColumn.PHONE)),
                party.idKind(),
                PersonalColumn.ID_NUMBER.show(party.idNumber(), sight.apply(PersonalColumn.ID_NUMBER)),
                PersonalColumn.ADDRESS.show(party.address(), sight.apply(PersonalColumn.ADDRESS)),
                known.mergedFrom());
    }
}
