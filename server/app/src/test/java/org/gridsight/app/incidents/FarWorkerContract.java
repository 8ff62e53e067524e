package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A worker sent to another village sees that one case while the order lasts, by every door alike; the others of the
 * worker's own village see nothing of it by any.
 */
abstract class FarWorkerContract extends Loop {

    private static final String PASSWORD = "Far-2026-xy";
    private static final String FAR_GRID = Town.SECOND_VILLAGE + "001";
    private static final String SNAPSHOT = "/api/live/snapshot?streams=incidents,tasks";

    @Autowired
    private Accounts accounts;

    /** Somebody with an open channel. */
    private record Watcher(Client client, LiveSocket socket) implements AutoCloseable {

        boolean hears(String words) {
            return socket.frames().stream().anyMatch(frame -> frame.toString().contains(words));
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private Client person(Role role, String scope, @Nullable String workerId) {
        String name = "far-" + System.nanoTime();
        accounts.open(new NewAccount(name, "某人", Set.of(role), new Scope(scope), workerId, null), PASSWORD, "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }

    private static Watcher watch(Client client) {
        LiveSocket socket = client.live();
        socket.send(Map.of("op", "subscribe", "streams", List.of("incidents", "tasks")));
        socket.awaitOp("subscribed");
        return new Watcher(client, socket);
    }

    private static String path(String id) {
        return "/api/incidents/" + id;
    }

    private static void move(Client client, String id, Client reader, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put(
                "version",
                reader.get(path(id)).expect(200).json().path("version").asLong());
        client.post(path(id) + "/actions", body).expect(200);
    }

    /** Reports in the far village and waits until everybody there has heard: what came before has come by then. */
    private static void fence(Client duty, Watcher... watchers) {
        Map<String, Object> body = new HashMap<>(Town.body("本村另一件"));
        List<Double> there = List.of(Town.WEST + 0.01, Town.SOUTH + Town.SIDE + 0.01);
        body.put("location", Map.of("type", "Point", "coordinates", there));
        String id =
                duty.post("/api/incidents", body).expect(201).json().path("id").asString();
        for (Watcher watcher : watchers) {
            watcher.socket().awaitFrame(frame -> frame.path("id").asString("").equals(id));
        }
    }

    private static void seesNothing(Client client, String id) {
        assertThat(client.get(path(id)).status()).isEqualTo(404);
        assertThat(client.get(path(id) + "/history").status()).isEqualTo(404);
        assertThat(client.get("/api/incidents?limit=500").expect(200).text()).doesNotContain(id);
        assertThat(client.get(SNAPSHOT).expect(200).text()).doesNotContain(id);
    }

    private static JsonNode taskOf(Client client, String id) {
        for (JsonNode task :
                client.get(SNAPSHOT).expect(200).json().path("tasks").path("features")) {
            if (task.path("properties").path("incidentId").asString("").equals(id)) {
                return task;
            }
        }
        throw new AssertionError("no task of " + id);
    }

    /** How the order ends. */
    private interface Ending {
        void by(Client duty, Client worker, String id);
    }

    private void sendAndEnd(Ending ending) {
        String workerId = Town.FAR + System.nanoTime();
        Client duty = person(Role.DISPATCHER, Town.CODE, null);
        try (Watcher worker = watch(person(Role.GRID_WORKER, FAR_GRID, workerId));
                Watcher colleague = watch(person(Role.GRID_WORKER, FAR_GRID, workerId + "-not"));
                Watcher clerk = watch(person(Role.VILLAGE_CLERK, Town.SECOND_VILLAGE, null))) {
            String id = duty.post("/api/incidents", Town.body("他村之事"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            move(duty, id, duty, Map.of("action", "accept"));
            seesNothing(worker.client(), id);
            move(duty, id, duty, Map.of("action", "assign", "workerIds", List.of(workerId)));
            fence(duty, worker, colleague, clerk);

            assertThat(worker.client().get(path(id)).status()).isEqualTo(200);
            assertThat(worker.client().get("/api/incidents?limit=500").text()).contains(id);
            assertThat(worker.client().get(SNAPSHOT).text()).contains("\"id\":\"" + id);
            String task = taskOf(worker.client(), id).path("id").asString();
            assertThat(worker.hears("\"id\":\"" + id)).isTrue();
            assertThat(worker.hears("\"id\":\"" + task)).isTrue();

            ending.by(duty, worker.client(), id);
            fence(duty, worker, colleague, clerk);
            assertThat(worker.socket().frames())
                    .filteredOn(frame -> frame.path("feature").isNull())
                    .extracting(frame -> frame.path("id").asString())
                    .containsExactlyInAnyOrder(id, task);
            seesNothing(worker.client(), id);
            for (Watcher other : List.of(colleague, clerk)) {
                assertThat(other.hears(id)).isFalse();
                seesNothing(other.client(), id);
            }
        }
    }

    @Test
    void untilTheOrderIsReturned() {
        sendAndEnd((duty, worker, id) -> move(worker, id, duty, Map.of("action", "return", "reason", "不在本人网格")));
    }

    @Test
    void untilTheOrderIsTakenBack() {
        sendAndEnd((duty, worker, id) -> move(duty, id, duty, Map.of("action", "undo")));
    }

    @Test
    void untilTheWorkIsDone() {
        sendAndEnd((duty, worker, id) -> {
            move(worker, id, duty, Map.of("action", "start"));
            move(worker, id, duty, Map.of("action", "handle", "result", "已清"));
        });
    }

    @Test
    void othersOfTheVillageSeeNothingWhileTheOrderLasts() {
        String workerId = Town.FAR + System.nanoTime();
        Client duty = person(Role.DISPATCHER, Town.CODE, null);
        String id = duty.post("/api/incidents", Town.body("他村未了之事"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        move(duty, id, duty, Map.of("action", "accept"));
        move(duty, id, duty, Map.of("action", "assign", "workerIds", List.of(workerId)));
        seesNothing(person(Role.VILLAGE_CLERK, Town.SECOND_VILLAGE, null), id);
        seesNothing(person(Role.GRID_WORKER, FAR_GRID, workerId + "-not"), id);
        assertThat(taskOf(duty, id).path("properties").path("workerId").asString())
                .isEqualTo(workerId);
    }
}
