package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes moves: finds the case, asks whether this person may, checks the body, then version and state, in this order of
 * refusals; writes incident, orders and step, and tells everybody, in one transaction.
 */
@Service
class IncidentMoves {

    private static final int KEY_LENGTH = 200;

    private final CaseFiles files;
    private final MoveRights rights;
    private final MoveCheck check;
    private final TakenCheck taken;
    private final CaseWork work;
    private final OrderStore store;
    private final IncidentNews news;
    private final EntityManager entities;
    private final Clock clock;

    IncidentMoves(
            CaseFiles files,
            MoveRights rights,
            MoveCheck check,
            TakenCheck taken,
            CaseWork work,
            OrderStore store,
            IncidentNews news,
            EntityManager entities,
            Clock clock) {
        this.files = files;
        this.rights = rights;
        this.check = check;
        this.taken = taken;
        this.work = work;
        this.store = store;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param requestKey of the client, kept with the step */
    @Transactional
    public IncidentView act(String key, MoveRequest body, CurrentUser user, Optional<String> requestKey) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Scope scope = user.scope();
        CaseFile file = files.open(files.require(key, user));
        Move move = parse(body.action());
        rights.require(move, file, user);
        MoveCheck.Draft draft = new MoveCheck.Draft(
                move,
                body,
                file.incident().state(),
                user,
                now,
                requestKey.map(IncidentMoves::shortened).orElse(null));
        MoveCheck.Checked checked = check.check(draft, text -> files.find(text, scope));
        if (checked.version() != file.incident().version()) {
            throw new Rejected(IncidentReason.STALE_VERSION).with("current", news.view(file));
        }
        rights.requireAllowed(move, file, user, now);
        rights.requirePause(checked.act(), file, now);
        Map<String, Long> turns = taken.require(TakenCheck.Choice.of(checked.act(), body), user, now);
        return perform(file, checked.act(), turns);
    }

    private IncidentView perform(CaseFile file, Act wanted, Map<String, Long> turns) {
        Incident incident = file.incident();
        Optional<Incident> other = other(file, wanted);
        Act act = withFormer(file, wanted);
        Step step = work.make(incident, file.orders(), act);
        Optional<Step> echo = other.map(target -> target.touched(act, echo(act), incident));
        // the incident's version first: whoever lost learns it there, not from the number of a step
        store.flush();
        entities.persist(step);
        echo.ifPresent(entities::persist);
        store.flush();
        store.add(file.orders().added(), turns);
        other.ifPresent(touched -> news.touched(touched, act, step));
        return news.moved(file, act, step);
    }

    /** The case on the other side of a merge. */
    private Optional<Incident> other(CaseFile file, Act act) {
        Incident incident = file.incident();
        if (act.move() == Move.MERGE) {
            long target = Objects.requireNonNull(act.targetSeq(), "merge needs a target");
            Incident into = files.require(Long.toString(target), Scope.everything());
            IncidentStatus status = into.state().status();
            boolean gone = status == IncidentStatus.MERGED || status == IncidentStatus.REJECTED;
            if (gone || into.seq() == incident.seq()) {
                throw new Rejected(IncidentReason.MERGE_TARGET, into.number());
            }
            return Optional.of(into);
        }
        boolean back = act.move() == Move.UNMERGE || act.move() == Move.UNDO;
        return Optional.ofNullable(back ? incident.state().mergedInto() : null)
                .map(seq -> files.require(Long.toString(seq), Scope.everything()));
    }

    private static String echo(Act act) {
        return act.move() == Move.MERGE ? "ABSORBED" : "RELEASED";
    }

    private Act withFormer(CaseFile file, Act act) {
        return switch (act.move()) {
            case UNDO -> act.putting(file.lastStep().flatMap(Step::former).orElseThrow());
            case UNMERGE -> act.putting(files.beforeMerge(file.incident()));
            default -> act;
        };
    }

    private static String shortened(String requestKey) {
        return requestKey.length() <= KEY_LENGTH ? requestKey : requestKey.substring(0, KEY_LENGTH);
    }

    private static Move parse(@Nullable String action) {
        Faults faults = new Faults();
        Optional<Move> move = faults.required("action", action).flatMap(Move::parse);
        if (action != null && !action.isBlank() && move.isEmpty()) {
            faults.add("action", MoveCheck.UNKNOWN_ACTION.with(action, MoveCheck.ACTIONS));
        }
        faults.throwIfAny();
        return move.orElseThrow();
    }

    /** For whoever lost a race to the database: the state as the winner left it, read outside the lost transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public IncidentView current(String key, CurrentUser user) {
        return news.view(files.open(files.require(key, user)));
    }
}
