package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Orders over HTTP: who is sent, what they say to it, and what happens when two do it at once or nobody does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrdersContract extends Loop {

    private static final String PASSWORD = "Orders-2026-x";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Client> officers = new HashMap<>();

    private Client person(Role role, String scope, @Nullable String workerId, String display) {
        String name = "orders-" + System.nanoTime();
        accounts.open(new NewAccount(name, display, Set.of(role), new Scope(scope), workerId, null), PASSWORD, "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }

    /** Signing in is slow by design: each officer does it once. */
    private Client officer(String display) {
        return officers.computeIfAbsent(display, name -> person(Role.DISPATCHER, Town.CODE, null, name));
    }

    private Client worker(String workerId) {
        return person(Role.GRID_WORKER, Town.FIRST_GRID, workerId, "网格员" + workerId);
    }

    private static String newWorker() {
        return "w" + System.nanoTime();
    }

    private IncidentView accepted() {
        return inState(IncidentStatus.ACCEPTED);
    }

    private static Map<String, Object> assign(IncidentView incident, Object... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("action", "assign");
        body.put("version", incident.version());
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static Client.Reply move(Client client, IncidentView incident, Map<String, Object> body) {
        return client.post("/api/incidents/" + incident.id() + "/actions", body);
    }

    private static JsonNode orderOf(Client worker, IncidentView incident) {
        return StreamSupport.stream(
                        worker.get("/api/workers/me/orders")
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(order ->
                        order.path("incidentId").asString().equals(incident.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Client.Reply say(Client client, JsonNode order, String act, Object... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", order.path("version").asLong());
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return client.post("/api/orders/" + order.path("id").asString() + "/" + act, body);
    }

    private List<String> course(IncidentView incident) {
        return incidents.history(incident.id().toString(), Town.duty()).stream()
                .map(step -> step.event() == null ? step.action() : step.action() + ":" + step.event())
                .toList();
    }

    /** All begin at one moment and have ended. */
    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        List<T> answers = new ArrayList<>();
        try {
            for (Future<T> run : threads.invokeAll(calls.stream()
                    .<Callable<T>>map(call -> () -> {
                        barrier.await();
                        return call.call();
                    })
                    .toList())) {
                answers.add(run.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return answers;
    }

    @Test
    void oneOfTwoOfficersGetsTheFreeWorkerAndTheOtherIsToldBySomebodyAndWhere() throws Exception {
        Client li = officer("值班员李");
        Client wang = officer("值班员王");
        for (boolean saying : new boolean[] {true, false, true, false}) {
            String worker = newWorker();
            IncidentView one = accepted();
            IncidentView two = accepted();
            Object[] fields = saying
                    ? new Object[] {"workerIds", List.of(worker), "seen", List.of(Map.of("workerId", worker, "load", 0))
                    }
                    : new Object[] {"workerIds", List.of(worker)};
            List<Client.Reply> replies = together(
                    List.of(() -> move(li, one, assign(one, fields)), () -> move(wang, two, assign(two, fields))));
            boolean first = replies.get(0).status() == 200;
            Client.Reply lost = replies.get(first ? 1 : 0);
            replies.get(first ? 0 : 1).expect(200);
            JsonNode problem = lost.expect(409).json();
            assertThat(problem.path("code").asString()).isEqualTo("dispatch.worker-taken");
            assertThat(problem.path("detail").asString())
                    .contains((first ? one : two).number())
                    .contains(first ? "值班员李" : "值班员王");
            assertThat(problem.path("taken").get(0).path("workerId").asString()).isEqualTo(worker);
            assertThat(now(first ? two : one).status()).isEqualTo(IncidentStatus.ACCEPTED);
        }
    }

    @Test
    void whoeverInsistsSendsTheSameWorkerToo() throws Exception {
        Client li = officer("值班员李");
        Client wang = officer("值班员王");
        String worker = newWorker();
        IncidentView one = accepted();
        IncidentView two = accepted();
        together(List.<Callable<Client.Reply>>of(
                        () -> move(li, one, assign(one, "workerIds", List.of(worker), "anyway", true)),
                        () -> move(wang, two, assign(two, "workerIds", List.of(worker), "anyway", true))))
                .forEach(reply -> reply.expect(200));
        Client person = worker(worker);
        assertThat(person.get("/api/workers/me/orders").json().path("items").size())
                .isEqualTo(2);
        // what one officer saw a moment ago is not true any more, whoever changed it
        IncidentView three = accepted();
        Object seen = List.of(Map.of("workerId", worker, "load", 1));
        move(li, three, assign(three, "workerIds", List.of(worker), "seen", seen))
                .expect(409);
        Object known = List.of(Map.of("workerId", worker, "load", 2));
        move(li, three, assign(three, "workerIds", List.of(worker), "seen", known))
                .expect(200);
    }

    @Test
    void anAnswerIsAStepOfTheHistoryAndNoMove() {
        String id = newWorker();
        Client worker = worker(id);
        IncidentView incident = inState(IncidentStatus.ASSIGNED, id);
        JsonNode order = orderOf(worker, incident);
        assertThat(order.path("status").asString()).isEqualTo("OPEN");
        assertThat(order.path("incident").path("number").asString()).isEqualTo(incident.number());
        JsonNode yes = say(worker, order, "acknowledgement", "state", "ACCEPTED")
                .expect(200)
                .json();
        assertThat(yes.path("acceptedAt").isNull()).isFalse();
        assertThat(yes.path("onTheWayAt").isNull()).isTrue();
        // once more, by the version of before: it is said already
        assertThat(say(worker, order, "acknowledgement", "state", "ACCEPTED")
                        .expect(200)
                        .json()
                        .path("version"))
                .isEqualTo(yes.path("version"));
        JsonNode stale = say(worker, order, "acknowledgement", "state", "ON_THE_WAY")
                .expect(409)
                .json();
        assertThat(stale.path("code").asString()).isEqualTo("order.stale-version");
        assertThat(stale.path("current").path("version")).isEqualTo(yes.path("version"));
        say(worker, yes, "acknowledgement", "state", "ON_THE_WAY", "deviceAt", "2026-03-05T13:59:00+08:00")
                .expect(200);
        assertThat(course(incident)).endsWith("assign", "acknowledge:ORDER_ACCEPTED", "acknowledge:ON_THE_WAY");
        assertThat(now(incident).status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(refused(() -> act(incident, Town.duty(), "undo")).reason())
                .isEqualTo(IncidentReason.NOT_YOURS_TO_UNDO);
        assertThat(act(incident, Town.worker(id), "start").status()).isEqualTo(IncidentStatus.HANDLING);
        say(worker, orderOf(worker, incident), "acknowledgement", "state", "ACCEPTED")
                .expect(200);
        assertThat(act(incident, Town.worker(id), "undo").status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(orderOf(worker, incident).path("onTheWayAt").isNull()).isFalse();
        say(worker, order, "acknowledgement").expect(422);
        say(worker(newWorker()), order, "acknowledgement", "state", "ACCEPTED").expect(404);
    }

    @Test
    void anAnswerTellsHowWrongTheDevicesClockIs() {
        String id = newWorker();
        IncidentView incident = inState(IncidentStatus.ASSIGNED, id);
        JsonNode order = orderOf(worker(id), incident);
        Instant behind = clock.instant().minus(Duration.ofHours(3));
        Client phone = worker(id).withHeader(DeviceTime.SENT_AT, behind.toString());
        say(phone, order, "acknowledgement", "state", "ON_THE_WAY", "deviceAt", behind.toString())
                .expect(200);
        assertThat(incidents.history(incident.id().toString(), Town.duty()))
                .filteredOn(step -> "ON_THE_WAY".equals(step.event()))
                .singleElement()
                .satisfies(step -> assertThat(step.details()).containsKey("clockSkewSeconds"))
                .satisfies(step -> assertThat(step.details()).doesNotContainKey("deviceTime"));
    }

    @Test
    void theSameAnswerOfTwoDevicesIsOne() throws Exception {
        String id = newWorker();
        Client worker = worker(id);
        for (int i = 0; i < 3; i++) {
            IncidentView incident = inState(IncidentStatus.ASSIGNED, id);
            JsonNode order = orderOf(worker, incident);
            together(List.<Callable<Client.Reply>>of(
                            () -> say(worker, order, "acknowledgement", "state", "ACCEPTED"),
                            () -> say(worker, order, "acknowledgement", "state", "ACCEPTED")))
                    .forEach(reply -> reply.expect(200));
            assertThat(course(incident))
                    .filteredOn("acknowledge:ORDER_ACCEPTED"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void aHelperGivesBackHisOwnOrderAndTheLeaderTheCase() {
        String lead = newWorker();
        String helper = newWorker();
        Client leader = worker(lead);
        Client helping = worker(helper);
        IncidentView incident = accepted();
        act(incident, Town.duty(), "assign", "workerIds", List.of(lead, helper));
        JsonNode own = orderOf(helping, incident);
        say(helping, own, "decline", "reasonCode", "NO_SUCH").expect(422);
        JsonNode gone = say(helping, own, "decline", "reason", "车坏了", "reasonCode", "NO_MEANS")
                .expect(200)
                .json();
        assertThat(gone.path("status").asString()).isEqualTo("RETURNED");
        assertThat(now(incident).status()).isEqualTo(IncidentStatus.ASSIGNED);
        JsonNode closed =
                say(helping, gone, "decline", "reason", "再说一次").expect(409).json();
        assertThat(closed.path("code").asString()).isEqualTo("order.not-open");
        assertThat(closed.path("current").path("status").asString()).isEqualTo("RETURNED");
        say(leader, orderOf(leader, incident), "decline", "reason", "地点不对").expect(200);
        assertThat(now(incident).status()).isEqualTo(IncidentStatus.ACCEPTED);
        assertThat(course(incident)).endsWith("assign", "decline:ORDER_DECLINED", "return:RETURNED");
        assertThat(leader.get("/api/workers/me/orders").json().path("items").size())
                .isZero();
        assertThat(leader.get("/api/workers/me/orders?all=true")
                        .json()
                        .path("items")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("RETURNED");
    }

    @Test
    void anOrderNobodyAnswersIsToldOnce() throws Exception {
        String silent = newWorker();
        Client duty = officer("值班员李");
        IncidentView incident = inState(IncidentStatus.ASSIGNED, silent);
        Client worker = worker(silent);
        clock.advance(Duration.ofMinutes(6));
        try (LiveSocket socket = duty.live()) {
            socket.send(Map.of("op", "subscribe", "streams", List.of("tasks")));
            socket.awaitOp("subscribed");
            Callable<Boolean> sweep = () -> {
                orders.markUnanswered(Duration.ofMinutes(5));
                return true;
            };
            together(List.of(sweep, sweep));
            JsonNode order = orderOf(worker, incident);
            assertThat(order.path("unansweredSince").asString()).startsWith("2026-03-05T06:05:00");
            socket.awaitFrame(frame ->
                    frame.path("id").asString("").equals(order.path("id").asString())
                            && !frame.path("feature")
                                    .path("properties")
                                    .path("unansweredSince")
                                    .isNull());
            assertThat(order.path("version").asLong()).isEqualTo(1);
        }
        // an answer is welcome however late
        JsonNode late = say(worker, orderOf(worker, incident), "acknowledgement", "state", "ACCEPTED")
                .expect(200)
                .json();
        assertThat(late.path("unansweredSince").isNull()).isTrue();
    }

    @Test
    void anotherIsSentInPlaceOfTheSilentOne() {
        String silent = newWorker();
        String other = newWorker();
        Client duty = officer("值班员李");
        IncidentView incident = inState(IncidentStatus.ASSIGNED, silent);
        Client worker = worker(silent);
        JsonNode order = orderOf(worker, incident);
        say(worker, order, "replacement", "workerId", other).expect(403);
        say(duty, order, "replacement", "workerId", silent).expect(422);
        say(duty, order, "replacement", "workerId", "nobody").expect(422);
        JsonNode next =
                say(duty, order, "replacement", "workerId", other).expect(200).json();
        assertThat(next.path("workerId").asString()).isEqualTo(other);
        assertThat(next.path("lead").asBoolean()).isTrue();
        say(duty, order, "replacement", "workerId", newWorker()).expect(409);
        assertThat(course(incident)).endsWith("assign", "replace:REPLACED");
        assertThat(now(incident).status()).isEqualTo(IncidentStatus.ASSIGNED);
        assertThat(now(incident).workers())
                .extracting(IncidentView.Worker::workerId)
                .containsExactly(other);
        assertThat(worker.get("/api/workers/me/orders").json().path("items").size())
                .isZero();
        assertThat(act(incident, Town.worker(other), "start").status()).isEqualTo(IncidentStatus.HANDLING);
    }

    @Test
    void anOrderGoesOnWhenItsWorkerMovesToAnotherGrid() {
        String id = newWorker();
        IncidentView incident = inState(IncidentStatus.ASSIGNED, id);
        String name = "orders-" + System.nanoTime();
        accounts.open(
                new NewAccount(name, "某人", Set.of(Role.GRID_WORKER), new Scope(Town.FIRST_GRID), id, null),
                PASSWORD,
                "test");
        jdbc.sql("update access.account set scope = ? where username = ?")
                .params(Town.SECOND_VILLAGE + "001", name)
                .update();
        Client worker = Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
        JsonNode order = say(worker, orderOf(worker, incident), "acknowledgement", "state", "ON_THE_WAY")
                .expect(200)
                .json();
        long version = order.path("incident").path("version").asLong();
        move(worker, incident, Map.of("action", "start", "version", version)).expect(200);
        move(worker, incident, Map.of("action", "handle", "version", version + 1, "result", "已清"))
                .expect(200);
        assertThat(now(incident).status()).isEqualTo(IncidentStatus.HANDLED);
    }

    @Test
    void aUnitsPeopleAnswerForTheUnit() {
        IncidentView incident = accepted();
        act(incident, Town.duty(), "assign", "unitId", "justice");
        UUID order = jdbc.sql("select id from incidents.assignment where incident_seq = ?")
                .param(incident.seq())
                .query(UUID.class)
                .single();
        OrderRequest yes = new OrderRequest("0", "ACCEPTED", null, null, null, null, null, null, null);
        assertThat(refused(() -> orders.acknowledge(order.toString(), yes, Town.ofUnit("other", "police")))
                        .reason()
                        .status())
                .isEqualTo(404);
        assertThat(orders.acknowledge(order.toString(), yes, Town.ofUnit("desk", "justice"))
                        .order()
                        .acceptedAt())
                .isEqualTo(Town.NOON);
        assertThat(course(incident)).endsWith("assign", "acknowledge:ORDER_ACCEPTED");
    }
}
