package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with one order besides moving its case: the one sent accepts it, is on the way or gives it back, or the
 * officer sends another one instead. Each is a step of the case's history, in one transaction with the order.
 */
@Service
class OrderDesk {

    private static final int WORDS = 2000;

    private final AssignmentRepository assignments;
    private final IncidentRepository incidents;
    private final CaseFiles files;
    private final IncidentMoves moves;
    private final ObjectProvider<Assignees> assignees;
    private final TakenCheck taken;
    private final OrderStore store;
    private final IncidentNews news;
    private final EntityManager entities;
    private final Clock clock;

    OrderDesk(
            AssignmentRepository assignments,
            IncidentRepository incidents,
            CaseFiles files,
            IncidentMoves moves,
            ObjectProvider<Assignees> assignees,
            TakenCheck taken,
            OrderStore store,
            IncidentNews news,
            EntityManager entities,
            Clock clock) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.files = files;
        this.moves = moves;
        this.assignees = assignees;
        this.taken = taken;
        this.store = store;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    /** An order with its case, both of this transaction. */
    private record Held(CaseFile file, Assignment order) {

        Incident incident() {
            return file.incident();
        }
    }

    /** Said twice is said once; an order that has ended is refused with its present state. */
    @Transactional
    public OrderView acknowledge(String id, OrderRequest body, CurrentUser user) {
        Held held = ofSent(id, user);
        Faults faults = new Faults();
        long version = body.version(faults);
        Optional<OrderAnswer.State> state = faults.required("state", body.state())
                .flatMap(name -> faults.oneOf("state", name, OrderAnswer.State.class));
        DeviceTime device = DeviceTime.parse(body.deviceAt(), body.sentAt(), clock.instant(), faults);
        faults.throwIfAny();
        Assignment order = held.order();
        if (order.status().isActive() && order.answer().says(state.orElseThrow())) {
            return view(held, user);
        }
        requireOpen(held, version, user);
        Instant now = now(held);
        held.file().orders().answered(order, state.orElseThrow(), now);
        String event = state.get() == OrderAnswer.State.ACCEPTED ? "ORDER_ACCEPTED" : "ON_THE_WAY";
        StepFacts facts = facts(held, "acknowledge", event, now, Map.of("worker", sent(order)));
        return written(held, user, ofDevice(held, facts, device));
    }

    /** For the one who leads this is the move {@code return}; a helper gives back only his own. */
    @Transactional
    public OrderView decline(String id, OrderRequest body, CurrentUser user) {
        Held held = ofSent(id, user);
        Faults faults = new Faults();
        long version = body.version(faults);
        Optional<String> reason =
                faults.required("reason", body.reason()).flatMap(text -> faults.text("reason", text, WORDS));
        Optional<String> code = MoveCheck.reasonCode(Move.RETURN, body.reasonCode(), faults);
        DeviceTime device = DeviceTime.parse(body.deviceAt(), body.sentAt(), clock.instant(), faults);
        faults.throwIfAny();
        Assignment order = held.order();
        if (!order.status().isActive()) {
            throw refused(IncidentReason.ORDER_NOT_OPEN, held, user);
        }
        requireVersion(held, version, user);
        if (order.isLead()) {
            return giveCaseBack(held, body, user);
        }
        Instant now = now(held);
        held.file().orders().end(order, OrderStatus.RETURNED, now);
        StepFacts facts = facts(held, "decline", "ORDER_DECLINED", now, Map.of("worker", sent(order)));
        return written(held, user, ofDevice(held, facts.because(code.orElse(null), reason.orElseThrow()), device));
    }

    private OrderView giveCaseBack(Held held, OrderRequest body, CurrentUser user) {
        Map<String, Object> move = new HashMap<>();
        move.put("action", Move.RETURN.word());
        move.put("version", Long.toString(held.incident().version()));
        move.put("reason", body.reason());
        move.put("reasonCode", body.reasonCode());
        move.put("deviceAt", body.deviceAt());
        moves.act(held.incident().id().toString(), MoveRequest.from(move).sent(body.sentAt()), user, Optional.empty());
        return view(held, user);
    }

    /** Takes an open order back and sends another worker in its place; the case stays where it is. */
    @Transactional
    public OrderView replace(String id, OrderRequest body, CurrentUser officer) {
        Held held = find(id).filter(found -> found.order().workerId() != null
                        && officer.scope().covers(found.incident().spot().gridCode()))
                .orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, id));
        Faults faults = new Faults();
        long version = body.version(faults);
        Optional<Assignees.Assignee> other = faults.required("workerId", body.workerId())
                .flatMap(workerId -> other(held, workerId, officer.scope(), faults));
        faults.throwIfAny();
        requireOpen(held, version, officer);
        Instant now = now(held);
        Assignees.Assignee worker = other.orElseThrow();
        Map<String, Long> turns = taken.require(
                new TakenCheck.Choice(List.of(worker.workerId()), body.seen(), body.anyway()),
                officer,
                clock.instant());
        Assignment before = held.order();
        held.file().orders().end(before, OrderStatus.WITHDRAWN, now);
        Act.Order sent = new Act.Order(worker.workerId(), worker.name(), null, before.isLead());
        Assignment order = new Assignment(held.incident(), sent, Act.Actor.of(officer), before.dueAt(), now);
        held.file().orders().add(order);
        Map<String, String> details = Map.of("from", sent(before), "to", worker.workerId());
        return written(new Held(held.file(), order), officer, facts(held, "replace", "REPLACED", now, details), turns);
    }

    private Optional<Assignees.Assignee> other(Held held, String workerId, Scope scope, Faults faults) {
        boolean there = held.file().orders().all().stream()
                .anyMatch(order -> order.status().isActive() && workerId.equals(order.workerId()));
        Optional<Assignees.Assignee> found = there
                ? Optional.empty()
                : Optional.ofNullable(assignees.getIfAvailable())
                        .filter(all -> MoveCheck.isWorkerId(workerId))
                        .flatMap(all -> all.find(workerId, scope));
        if (there) {
            faults.add("workerId", new Text("{0} 已被派往此事件。", "{0} is sent to this case already").with(workerId));
        } else if (found.isEmpty()) {
            faults.add("workerId", MoveCheck.UNKNOWN_WORKER.with(workerId));
        }
        return found;
    }

    /** Set when an order has waited too long; not touched when it was answered meanwhile. */
    @Transactional
    public void markUnanswered(UUID id, Duration within) {
        find(id.toString())
                .filter(held -> held.order().status() == OrderStatus.OPEN
                        && held.order().answer().isAwaited())
                .ifPresent(held -> {
                    held.order().answer(held.order().answer().missedAfter(within));
                    store.flush();
                    news.unanswered(held.incident(), held.order());
                });
    }

    /** One's own order, or one to the unit one works for. */
    private Held ofSent(String id, CurrentUser user) {
        return find(id).filter(held -> CaseFile.isOwn(held.order(), user)
                        || (user.has(Role.HANDLER) || user.has(Role.MEDIATOR))
                                && held.order().workerId() == null
                                && user.scope().covers(held.incident().spot().gridCode())
                                && CaseFile.isOfUnit(held.order(), user))
                .orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, id));
    }

    private Optional<Held> find(String id) {
        return parse(id)
                .flatMap(assignments::findById)
                .flatMap(found -> incidents
                        .findBySeq(found.incidentSeq(), Scope.everything().like())
                        .map(files::open)
                        .map(file -> new Held(file, found)));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void requireOpen(Held held, long version, CurrentUser user) {
        if (held.order().status() != OrderStatus.OPEN) {
            throw refused(IncidentReason.ORDER_NOT_OPEN, held, user);
        }
        requireVersion(held, version, user);
    }

    private void requireVersion(Held held, long version, CurrentUser user) {
        if (held.order().version() != version) {
            throw refused(IncidentReason.ORDER_STALE, held, user);
        }
    }

    private Rejected refused(IncidentReason reason, Held held, CurrentUser user) {
        return new Rejected(reason).with("current", view(held, user));
    }

    private OrderView written(Held held, CurrentUser by, StepFacts facts) {
        return written(held, by, facts, Map.of());
    }

    private OrderView written(Held held, CurrentUser by, StepFacts facts, Map<String, Long> turns) {
        Step step = held.incident().told(Act.Actor.of(by), facts);
        store.flush();
        entities.persist(step);
        store.flush();
        store.add(held.file().orders().added(), turns);
        IncidentView incident = news.told(held.file(), by, step);
        return OrderView.of(held.order(), incident, mayRead(held.incident(), by));
    }

    private OrderView view(Held held, CurrentUser user) {
        IncidentView incident = news.view(files.open(held.incident()));
        return OrderView.of(held.order(), incident, mayRead(held.incident(), user));
    }

    /** In one's area, or sent to it now; who gave a case back has no more to do with it. */
    private boolean mayRead(Incident incident, CurrentUser user) {
        return files.find(incident.id().toString(), user).isPresent();
    }

    private static StepFacts facts(Held held, String action, String event, Instant now, Map<String, String> details) {
        return StepFacts.plain(action, event, held.incident().state().status(), now, details);
    }

    private static StepFacts ofDevice(Held held, StepFacts facts, DeviceTime device) {
        return facts.ofDevice(device, held.incident().receivedAt());
    }

    private static String sent(Assignment order) {
        return Objects.requireNonNullElse(order.workerId(), String.valueOf(order.unitId()));
    }

    private Instant now(Held held) {
        return held.incident().notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
