package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The cases of the township: takes reports and finds them again. Their moves are made by {@code IncidentMoves}. */
@Service
public class Incidents {

    private final CaseFiles files;
    private final IncidentMoves moves;
    private final StepRepository steps;
    private final IncidentViews views;
    private final CaseOpening opening;
    private final IncidentNews news;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(
            CaseFiles files,
            IncidentMoves moves,
            StepRepository steps,
            IncidentViews views,
            CaseOpening opening,
            IncidentNews news,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.moves = moves;
        this.steps = steps;
        this.views = views;
        this.opening = opening;
        this.news = news;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a checked report; the answer carries the case code for the reporter. */
    @Transactional
    public IncidentView report(NewIncident reported, CurrentUser by) {
        return report(reported, Complexity.GENERAL, by);
    }

    @Transactional
    IncidentView report(NewIncident reported, Complexity complexity, CurrentUser by) {
        by.requireScope(reported.where().gridCode());
        UUID made = reported.device().id();
        if (made != null && files.find(made.toString(), Scope.everything()).isPresent()) {
            throw new Rejected(IncidentReason.ID_TAKEN, made);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CaseOpening.Opened opened = opening.open(reported, complexity, Act.Actor.of(by), now);
        entities.persist(opened.incident());
        opened.report().ifPresent(entities::persist);
        entities.persist(opened.step());
        opened.parties().forEach(entities::persist);
        entities.flush();
        IncidentView view = views.of(opened.incident(), List.of());
        events.publishEvent(new IncidentEvent.IncidentReported(
                view, new IncidentEvent.Trace(by.username(), "report", 1, Map.of("number", view.number()))));
        return view.withCaseCode(opened.incident().caseCode());
    }

    /**
     * Makes a move, by the same rules as over HTTP.
     *
     * @param key id, seq or number
     * @param requestKey of the client, kept with the step
     */
    public IncidentView act(String key, MoveRequest body, CurrentUser user, Optional<String> requestKey) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? attempt(key, body, user, requestKey)
                : LostRace.lookAgain(() -> attempt(key, body, user, requestKey));
    }

    private IncidentView attempt(String key, MoveRequest body, CurrentUser user, Optional<String> requestKey) {
        try {
            return moves.act(key, body, user, requestKey);
        } catch (ConcurrencyFailureException | OptimisticLockException | PessimisticLockException lost) {
            IncidentView current = moves.current(key, user);
            if (Long.toString(current.version()).equals(body.version())) {
                // not the case but one of its orders has changed, as by an answer not given in time
                throw new LostRace(lost);
            }
            throw new Rejected(IncidentReason.STALE_VERSION).with("current", current);
        }
    }

    /**
     * Adds what another part of the product has found to the course of a case; nothing moves.
     *
     * @param words shown in the history, never personal data
     */
    @Transactional
    public void note(String key, String words, CurrentUser by) {
        Incident incident = files.require(key, by);
        Step step = incident.noted(Act.Actor.of(by), clock.instant().truncatedTo(ChronoUnit.MILLIS), words);
        entities.flush();
        entities.persist(step);
        entities.flush();
        news.noted(incident, by, step);
    }

    /** @param key id, seq or number */
    @Transactional(readOnly = true)
    public Optional<IncidentView> find(String key, Scope scope) {
        return files.find(key, scope).map(views::of);
    }

    /** Accepted and not paused: they wait for somebody to be sent, the oldest first. */
    @Transactional(readOnly = true)
    public List<IncidentView> waitingForOrders(Scope scope, int most) {
        return views.of(files.waitingForOrders(scope, most));
    }

    /** As {@link #find}, also for whoever is sent to a case outside his own area. */
    @Transactional(readOnly = true)
    public Optional<IncidentView> find(String key, CurrentUser user) {
        return files.find(key, user).map(views::of);
    }

    /** For a person: the wall sees no free text, only desks see the case code. */
    IncidentView view(Incident incident, CurrentUser user) {
        IncidentView view = views.of(incident);
        if (user.isScreen()) {
            return view.withoutText();
        }
        return user.hasAny(IncidentController.MAY_SEE_CASE_CODE) ? view.withCaseCode(incident.caseCode()) : view;
    }

    @Transactional(readOnly = true)
    List<StepView> history(String key, CurrentUser user) {
        Incident incident = files.require(key, user);
        return steps.listByIncident(incident.seq()).stream().map(Step::view).toList();
    }
}
