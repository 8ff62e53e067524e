package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks the body of a move: what the move needs is there and means something; every fault is told at once. */
@Component
class MoveCheck {

    static final Text UNKNOWN_ACTION = new Text("未知动作 {0},可用:{1}。", "unknown action {0}, allowed: {1}");
    static final String ACTIONS = Arrays.stream(Move.values()).map(Move::word).collect(Collectors.joining(", "));

    private static final int WORDS = 2000;
    private static final int MOST_SENT = 20;
    static final Text UNKNOWN_WORKER = new Text("没有可派的网格员 {0}。", "there is no worker {0} who can be sent");
    private static final Text UNKNOWN_REASON = new Text("未知原因 {0},可用:{1}。", "unknown reason {0}, allowed: {1}");
    private static final Text NO_REASONS = new Text("动作 {0} 没有原因代码。", "the action {0} has no reason codes");
    private static final Text UNKNOWN_UNIT = new Text("没有单位 {0}。", "there is no unit {0}");

    private final ObjectProvider<Assignees> assignees;
    private final Units units;

    MoveCheck(ObjectProvider<Assignees> assignees, Units units) {
        this.assignees = assignees;
        this.units = units;
    }

    /** A checked body and the version its sender had seen. */
    record Checked(Act act, long version) {}

    /** @param target finds the case of {@code into} within the person's area */
    Checked check(Draft draft, Function<String, Optional<Incident>> target) {
        Faults faults = new Faults();
        MoveRequest body = draft.body();
        Move move = draft.move();
        Optional<Long> version = version(body, faults);
        Optional<String> words = words(draft, faults);
        Optional<Instant> dueAt = dueAt(draft, faults);
        DeviceTime device = DeviceTime.parse(body.deviceAt(), body.sentAt(), draft.now(), faults);
        Optional<String> code = reasonCode(move, body.reasonCode(), faults);
        Optional<Boolean> passed = move == Move.VERIFY ? passed(body.passed(), faults) : Optional.of(false);
        Optional<RevisitOutcome> outcome = move == Move.REVISIT
                ? faults.required("outcome", body.outcome())
                        .flatMap(name -> faults.oneOf("outcome", name, RevisitOutcome.class))
                : Optional.empty();
        Optional<Complexity> complexity = faults.oneOf("complexity", body.complexity(), Complexity.class);
        Optional<Incident> into = move == Move.MERGE ? into(body.into(), target, faults) : Optional.empty();
        List<Act.Order> orders = move == Move.ASSIGN ? orders(body, draft.user().scope(), faults) : List.of();
        faults.throwIfAny();
        Act act = new Act(
                move,
                Act.Actor.of(draft.user()),
                draft.now(),
                device,
                draft.requestKey(),
                code.orElse(null),
                words.orElse(null),
                dueAt.orElse(null),
                passed.orElse(false),
                outcome.orElse(null),
                complexity.orElse(null),
                into.map(Incident::seq).orElse(null),
                orders,
                null);
        return new Checked(act, version.orElseThrow());
    }

    /** A request as it came, with the case it is about. */
    record Draft(
            Move move,
            MoveRequest body,
            CaseState state,
            CurrentUser user,
            Instant now,
            @Nullable String requestKey) {}

    private static Optional<Long> version(MoveRequest body, Faults faults) {
        Optional<String> text = faults.required("version", body.version());
        if (text.isPresent() && !text.get().matches("\\d{1,18}")) {
            faults.add("version", new Text("须为整数。", "must be a whole number"));
            return Optional.empty();
        }
        return text.map(Long::valueOf);
    }

    private static Optional<String> words(Draft draft, Faults faults) {
        MoveRequest body = draft.body();
        return switch (draft.move()) {
            case REJECT, RETURN, REOPEN, PAUSE, EXTEND -> needed("reason", body.reason(), faults);
            case HANDLE -> needed("result", body.result(), faults);
            case VERIFY -> needed("finding", body.finding() == null ? body.reason() : body.finding(), faults);
            case CLOSE ->
                asksForReason(draft.state())
                        ? needed("reason", body.reason(), faults)
                        : faults.text("reason", body.reason() == null ? body.note() : body.reason(), WORDS);
            default -> faults.text("note", body.note() == null ? body.reason() : body.note(), WORDS);
        };
    }

    /** To close without satisfaction. */
    private static boolean asksForReason(CaseState state) {
        return state.status() == IncidentStatus.REVISITED && state.outcome() != RevisitOutcome.SATISFIED;
    }

    private static Optional<String> needed(String field, @Nullable String value, Faults faults) {
        return faults.required(field, value).flatMap(text -> faults.text(field, text, WORDS));
    }

    private static Optional<Instant> dueAt(Draft draft, Faults faults) {
        if (draft.move() == Move.EXTEND) {
            faults.required("dueAt", draft.body().dueAt());
        } else if (draft.move() != Move.ASSIGN) {
            return Optional.empty();
        }
        Optional<Instant> due = faults.instant("dueAt", draft.body().dueAt());
        if (due.filter(time -> !time.isAfter(draft.now())).isPresent()) {
            faults.add("dueAt", new Text("期限须在将来。", "must lie in the future"));
        }
        Optional<Instant> before = Optional.ofNullable(draft.state().clock().dueAt());
        boolean later = before.isEmpty() || due.filter(before.get()::isBefore).isPresent();
        if (draft.move() == Move.EXTEND && due.isPresent() && !later) {
            faults.add("dueAt", new Text("须晚于原期限 {0}。", "must be later than the present {0}").with(before.get()));
        }
        return due;
    }

    static Optional<String> reasonCode(Move move, @Nullable String code, Faults faults) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        List<String> allowed = MoveReason.of(move).stream().map(Enum::name).toList();
        if (allowed.isEmpty()) {
            faults.add("reasonCode", NO_REASONS.with(move.word()));
        } else if (!allowed.contains(code)) {
            faults.add("reasonCode", UNKNOWN_REASON.with(code, String.join(", ", allowed)));
        }
        return Optional.of(code);
    }

    private static Optional<Boolean> passed(@Nullable String text, Faults faults) {
        Optional<String> given = faults.required("passed", text);
        if (given.isPresent() && !given.get().matches("true|false")) {
            faults.add("passed", new Text("须为 true 或 false。", "must be true or false"));
        }
        return given.map(Boolean::valueOf);
    }

    private static Optional<Incident> into(
            @Nullable String key, Function<String, Optional<Incident>> target, Faults faults) {
        Optional<String> wanted = faults.required("into", key);
        Optional<Incident> found = wanted.flatMap(target);
        if (wanted.isPresent() && found.isEmpty()) {
            faults.add("into", new Text("没有事件 {0}。", "there is no incident {0}").with(wanted.get()));
        }
        return found;
    }

    /** The unit leads when no worker does; helpers may be workers or units. */
    private List<Act.Order> orders(MoveRequest body, Scope scope, Faults faults) {
        List<Act.Order> orders = new ArrayList<>();
        Set<String> workers = names("workerIds", body.workerIds(), faults);
        Optional<String> unit = Optional.ofNullable(body.unitId()).filter(id -> !id.isBlank());
        if (nobody(body.workerIds()) && unit.isEmpty()) {
            faults.add("workerIds", new Text("请指定 workerIds 或 unitId。", "workerIds or unitId is required"));
        }
        if (workers.size() > MOST_SENT) {
            faults.add("workerIds", new Text("最多派 {0} 人。", "at most {0} can be sent").with(MOST_SENT));
            return orders;
        }
        for (String id : workers) {
            worker(id, orders.isEmpty(), "workerIds", scope, faults).ifPresent(orders::add);
        }
        unit.ifPresent(id -> unit(id, workers.isEmpty(), "unitId", faults).ifPresent(orders::add));
        names("coHandlers", body.coHandlers(), faults).stream()
                .limit(MOST_SENT)
                .filter(id -> !workers.contains(id))
                .forEach(id -> {
                    boolean isUnit = units.find(id).isPresent();
                    (isUnit ? unit(id, false, "coHandlers", faults) : worker(id, false, "coHandlers", scope, faults))
                            .ifPresent(orders::add);
                });
        return orders;
    }

    private static boolean nobody(@Nullable List<@Nullable String> sent) {
        return sent == null || sent.isEmpty();
    }

    /** Each once, in the order given; an empty one is a fault under its own place in the list. */
    private static Set<String> names(String field, @Nullable List<@Nullable String> sent, Faults faults) {
        Set<String> names = new LinkedHashSet<>();
        int place = 0;
        for (String name : sent == null ? List.<@Nullable String>of() : sent) {
            faults.required(field + "[" + place + "]", name).ifPresent(names::add);
            place++;
        }
        return names;
    }

    static boolean isWorkerId(String text) {
        return text.matches("[\\p{Graph}]{1,64}");
    }

    private Optional<Act.Order> worker(String id, boolean lead, String field, Scope scope, Faults faults) {
        Optional<Assignees.Assignee> found = Optional.ofNullable(assignees.getIfAvailable())
                .filter(all -> isWorkerId(id))
                .flatMap(all -> all.find(id, scope));
        if (found.isEmpty()) {
            faults.add(field, UNKNOWN_WORKER.with(id));
        }
        return found.map(worker -> new Act.Order(worker.workerId(), worker.name(), null, lead));
    }

    private Optional<Act.Order> unit(String id, boolean lead, String field, Faults faults) {
        if (units.find(id).isEmpty()) {
            faults.add(field, UNKNOWN_UNIT.with(id));
            return Optional.empty();
        }
        return Optional.of(new Act.Order(null, null, id, lead));
    }
}
