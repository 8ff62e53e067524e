package org.gridsight.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.WorkerLoad;
import org.gridsight.app.incidents.WorkerLoads;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.deploy.DispatchPlan;
import org.gridsight.spatial.deploy.DispatchProblem;
import org.gridsight.spatial.deploy.DispatchProblem.Task;
import org.gridsight.spatial.deploy.DispatchProblem.Worker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The best plan for all cases that wait: red counts 9 times a plain case, yellow 4, blue 2. Workers on duty with a fresh
 * position who are not resting take three orders at most, those in hand among them; somebody not trained for a matter
 * counts as a quarter of an hour further away.
 */
@Service
class OrderPlans {

    static final int MOST_CASES = 100;
    private static final int MOST_ORDERS_EACH = 3;
    private static final int LONGEST_SECONDS = 4 * 3_600;
    private static final int NOT_TRAINED_SECONDS = 900;
    private static final Map<String, Integer> WEIGHTS = Map.of("RED", 9, "YELLOW", 4, "BLUE", 2);

    private final GridWorkerRepository workers;
    private final Workforce workforce;
    private final Incidents incidents;
    private final WorkerLoads loads;
    private final PersonalReads reads;
    private final TransactionTemplate transaction;
    private final Roads roads;
    private final DispatchSettings settings;
    private final Clock clock;

    OrderPlans(
            GridWorkerRepository workers,
            Workforce workforce,
            Incidents incidents,
            WorkerLoads loads,
            PersonalReads reads,
            TransactionTemplate transaction,
            Roads roads,
            DispatchSettings settings,
            Clock clock) {
        this.workers = workers;
        this.workforce = workforce;
        this.incidents = incidents;
        this.loads = loads;
        this.reads = reads;
        this.transaction = transaction;
        this.roads = roads;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody who can take so many more orders, and how long those in hand still take. */
    private record Hand(GridWorker worker, Fix fix, int capacity, int busySeconds) {}

    /** What the database says of one moment. */
    private record Known(List<IncidentView> cases, List<Hand> hands) {}

    /** What is planned for: cases down, hands across, and the way of each pair. */
    private record Board(List<IncidentView> cases, List<Hand> hands, Journey[][] ways) {}

    /** Of the named cases, or of all that are accepted and wait for an order. No connection is held while ways are looked for. */
    OrderPlan plan(@Nullable List<String> incidentKeys, CurrentUser officer) {
        Instant now = clock.instant();
        Known known = Objects.requireNonNull(transaction.execute(status -> known(incidentKeys, officer, now)));
        Board board = board(known);
        DispatchProblem problem = problem(board);
        return told(board, problem.solve(), problem.greedy(), now);
    }

    private Known known(@Nullable List<String> incidentKeys, CurrentUser officer, Instant now) {
        Scope scope = officer.scope();
        reads.record(AuditEntry.of(officer.username(), "worker.read", "worker/*", scope.prefix(), Map.of()));
        return new Known(cases(incidentKeys, scope), hands(scope, now));
    }

    private List<IncidentView> cases(@Nullable List<String> keys, Scope scope) {
        if (keys == null) {
            return incidents.waitingForOrders(scope, MOST_CASES);
        }
        return keys.stream()
                .distinct()
                .map(key -> incidents.find(key, scope).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key)))
                .toList();
    }

    private List<Hand> hands(Scope scope, Instant now) {
        Map<String, WorkerLoad> inHand = loads.byWorker();
        return workers.findAll(scope.like()).stream()
                .flatMap(worker -> hand(worker, inHand.getOrDefault(worker.workerId(), WorkerLoad.NONE), now).stream())
                .toList();
    }

    private Optional<Hand> hand(GridWorker worker, WorkerLoad load, Instant now) {
        RestRule rest = new RestRule(settings.restAfter(), settings.restFor());
        boolean resting = !load.underWay() && rest.restUntil(load.work(), now).isPresent();
        int capacity = MOST_ORDERS_EACH - load.open();
        if (resting || capacity <= 0) {
            return Optional.empty();
        }
        int busy = Math.toIntExact(load.open() * settings.orderTakes().toSeconds());
        return workforce.freshFix(worker, now).map(fix -> new Hand(worker, fix, capacity, busy));
    }

    private Board board(Known known) {
        Journey[][] ways = known.cases().stream()
                .map(incident -> known.hands().stream()
                        .map(hand -> roads.journey(hand.fix().place(), incident.place()))
                        .toArray(Journey[]::new))
                .toArray(Journey[][]::new);
        return new Board(known.cases(), known.hands(), ways);
    }

    private DispatchProblem problem(Board board) {
        List<Task> tasks = board.cases().stream()
                .map(incident -> new Task(incident.id().toString(), weight(incident), LONGEST_SECONDS))
                .toList();
        List<Worker> people = board.hands().stream()
                .map(hand -> new Worker(hand.worker().workerId(), hand.capacity()))
                .toList();
        int[][] seconds = new int[tasks.size()][people.size()];
        for (int k = 0; k < tasks.size(); k++) {
            for (int w = 0; w < people.size(); w++) {
                seconds[k][w] = seconds(board, k, w);
            }
        }
        return new DispatchProblem(
                tasks, people, seconds, Math.toIntExact(settings.orderTakes().toSeconds()));
    }

    private static int weight(IncidentView incident) {
        return Optional.ofNullable(incident.level()).map(WEIGHTS::get).orElse(1);
    }

    private static int seconds(Board board, int k, int w) {
        IncidentView incident = board.cases().get(k);
        Hand hand = board.hands().get(w);
        if (!board.ways()[k][w].isWithin(LONGEST_SECONDS)) {
            return DispatchProblem.NO_WAY;
        }
        boolean trained = hand.worker().isSkilledFor(incident.kind(), Optional.ofNullable(incident.category()));
        long way = board.ways()[k][w].seconds().orElseThrow();
        return Math.toIntExact(way) + hand.busySeconds() + (trained ? 0 : NOT_TRAINED_SECONDS);
    }

    private static OrderPlan told(Board board, DispatchPlan best, DispatchPlan greedy, Instant now) {
        List<String> caseIds =
                board.cases().stream().map(incident -> incident.id().toString()).toList();
        List<String> workerIds =
                board.hands().stream().map(hand -> hand.worker().workerId()).toList();
        List<OrderPlan.Order> orders = best.orders().stream()
                .map(order -> order(board, order, caseIds.indexOf(order.taskId()), workerIds.indexOf(order.workerId())))
                .toList();
        List<OrderPlan.Left> left =
                best.left().stream().map(id -> left(board, caseIds.indexOf(id))).toList();
        return new OrderPlan(
                orders,
                left,
                best.responseSeconds(),
                best.weightedSeconds(),
                greedy.responseSeconds(),
                greedy.weightedSeconds(),
                greedy.left().size(),
                now);
    }

    private static OrderPlan.Order order(Board board, DispatchPlan.Order order, int k, int w) {
        IncidentView incident = board.cases().get(k);
        Journey way = board.ways()[k][w];
        return new OrderPlan.Order(
                incident.id(),
                incident.number(),
                incident.title(),
                incident.level(),
                order.workerId(),
                board.hands().get(w).worker().displayName(),
                way.seconds().orElseThrow(),
                order.responseSeconds(),
                way.basis(),
                incident.version());
    }

    private static OrderPlan.Left left(Board board, int k) {
        IncidentView incident = board.cases().get(k);
        Text reason;
        if (board.hands().isEmpty()) {
            reason = new Text("没有在岗且位置有效的空余网格员。", "Nobody on duty with a fresh position has a hand free.");
        } else if (Arrays.stream(board.ways()[k]).noneMatch(way -> way.isWithin(LONGEST_SECONDS))) {
            reason = new Text("无人能经道路在 4 小时内到达。", "Nobody can be there by road within 4 hours.");
        } else {
            reason = new Text("能到达的网格员都已有更急的任务。", "Everybody who could go is needed more elsewhere.");
        }
        return new OrderPlan.Left(incident.id(), incident.number(), reason);
    }
}
