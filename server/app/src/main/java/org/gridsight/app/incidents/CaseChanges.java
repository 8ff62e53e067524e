package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what is known of an open case: by the duty officer, by who reported it, by who works on it. */
@Service
public class CaseChanges {

    private final CaseFiles files;
    private final StepRepository steps;
    private final AssignmentRepository assignments;
    private final IncidentNews news;
    private final EntityManager entities;
    private final Clock clock;

    CaseChanges(
            CaseFiles files,
            StepRepository steps,
            AssignmentRepository assignments,
            IncidentNews news,
            EntityManager entities,
            Clock clock) {
        this.files = files;
        this.steps = steps;
        this.assignments = assignments;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    /** The case as it is, for somebody who may amend it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IncidentView require(String key, CurrentUser user) {
        Incident incident = files.require(key, user);
        CaseFile file = files.open(incident);
        boolean own = steps.findByNumber(incident.seq(), 1)
                .filter(first -> first.actor().equals(user.username()))
                .isPresent();
        if (!user.has(Role.DISPATCHER)
                && !own
                && !CaseFile.isOnCase(incident, file.orders().all(), user)) {
            throw new Rejected(IncidentReason.NOT_YOURS_TO_AMEND);
        }
        return news.view(file);
    }

    /** @param seen what the change was decided on: another version is refused, with the case as it is */
    @Transactional(propagation = Propagation.MANDATORY)
    public IncidentView apply(IncidentView seen, CaseChange change, CurrentUser user) {
        CaseFile file = files.open(files.require(Long.toString(seen.seq()), user));
        Incident incident = file.incident();
        if (incident.version() != seen.version()) {
            throw stale(file);
        }
        if (!incident.state().status().isOpen()) {
            throw new Rejected(IncidentReason.ENDED);
        }
        String formerGrid = incident.spot().gridCode();
        if (change.where() != null && !change.where().gridCode().equals(formerGrid)) {
            user.requireScope(change.where().gridCode());
        }
        Step step = incident.amended(change, Act.Actor.of(user), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        // the incident's version first: whoever lost learns it there
        entities.flush();
        entities.persist(step);
        entities.flush();
        if (!formerGrid.equals(incident.spot().gridCode())) {
            assignments.follow(incident.seq(), incident.spot().gridCode());
        }
        return news.amended(file, user, step, formerGrid);
    }

    /** Refuses a decision on another version than the present one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireVersion(IncidentView now, long version, CurrentUser user) {
        if (now.version() != version) {
            throw stale(files.open(files.require(Long.toString(now.seq()), user)));
        }
    }

    private Rejected stale(CaseFile file) {
        return new Rejected(IncidentReason.STALE_VERSION).with("current", news.view(file));
    }
}
