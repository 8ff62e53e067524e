package org.gridsight.app.incidents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Collects what belongs to a case. */
@Component
class CaseFiles {

    private static final Set<String> WORK = Set.of(Move.START.word(), Move.HANDLE.word());

    private final IncidentRepository incidents;
    private final AssignmentRepository assignments;
    private final StepRepository steps;

    CaseFiles(IncidentRepository incidents, AssignmentRepository assignments, StepRepository steps) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.steps = steps;
    }

    CaseFile open(Incident incident) {
        long seq = incident.seq();
        return new CaseFile(
                incident,
                new OrderBook(incident, assignments.findAllByIncident(List.of(seq))),
                steps.findByNumber(seq, incident.steps()),
                steps.listActors(seq, WORK));
    }

    /** What the person sees of the people named in it. */
    PersonalData personalData(Incident incident, CurrentUser user) {
        boolean inArea = user.scope().covers(incident.spot().gridCode());
        boolean onCase = PersonalData.asksForCase(user.roles())
                && CaseFile.isOnCase(incident, assignments.findAllByIncident(List.of(incident.seq())), user);
        return PersonalData.of(user.roles(), inArea, onCase);
    }

    /** The state an incident had when it was merged last. */
    Former beforeMerge(Incident incident) {
        return steps.findLastMerge(incident.seq(), IncidentStatus.MERGED)
                .flatMap(Step::former)
                .orElseThrow();
    }

    /** Accepted and not paused: they wait for somebody to be sent, the oldest first. */
    List<Incident> waitingForOrders(Scope scope, int most) {
        return incidents.findRunning(IncidentStatus.ACCEPTED, scope.like(), Limit.of(most));
    }

    /** In the person's area, or one the person was sent to. */
    Optional<Incident> find(String key, CurrentUser user) {
        Optional<Incident> inScope = find(key, user.scope());
        if (inScope.isPresent() || user.workerId().isEmpty()) {
            return inScope;
        }
        return find(key, Scope.everything())
                .filter(incident ->
                        assignments.isSentTo(incident.seq(), user.workerId().get()));
    }

    Incident require(String key, CurrentUser user) {
        return find(key, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key));
    }

    Incident require(String key, Scope scope) {
        return find(key, scope).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key));
    }

    /** @param key id, seq or number */
    Optional<Incident> find(String key, Scope scope) {
        String text = key.strip();
        if (text.matches("\\d{1,18}")) {
            return incidents.findBySeq(Long.parseLong(text), scope.like());
        }
        if (text.matches("\\d{4}-\\d{6,18}")) {
            return incidents
                    .findBySeq(Long.parseLong(text.substring(5)), scope.like())
                    .filter(found -> found.number().equals(text));
        }
        try {
            return incidents.findById(UUID.fromString(text), scope.like());
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
