package org.gridsight.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.app.testing.PostgresCluster;
import org.gridsight.app.testing.RunningProduct;
import org.gridsight.app.testing.SmallPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The process, or its database server, is killed hard while people report. Whatever was acknowledged is there
 * afterwards, what was not can be repeated without becoming two, the audit chains hold, and the live stream has every
 * change once and no hole.
 */
class KillDuringWritesTest {

    private static final List<Integer> ROUNDS = List.of(25, 60, 110);

    @TempDir
    Path folder;

    @Test
    void losesNothingOnTheEmbeddedDatabase() throws Exception {
        try (RunningProduct product = RunningProduct.in(folder)
                .with("GRIDSIGHT_CAMERA_NETWORKS", "127.0.0.0/8")
                .start()) {
            killTheProcess(product);
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:h2:file:" + product.dataFolder().resolve("gridsight") + ";WRITE_DELAY=0;IFEXISTS=TRUE",
                    "sa",
                    "")) {
                assertOffsetsAreContinuous(connection);
            }
        }
    }

    @Test
    void losesNothingOnPostgis() throws Exception {
        PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
        try (RunningProduct product = RunningProduct.in(folder)
                .with(database)
                .with("GRIDSIGHT_CAMERA_NETWORKS", "127.0.0.0/8")
                .start()) {
            killTheProcess(product);
            try (Connection connection = database.connect()) {
                assertOffsetsAreContinuous(connection);
            }
        }
    }

    @Test
    void losesNothingWhenTheDatabaseServerDies() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.own();
                RunningProduct product = RunningProduct.in(folder).with(cluster.createDatabase())) {
            product.start();
            Client duty = SmallPlace.setUp(product, folder);
            JsonNode before = position(duty);
            try (Reporters reporters = new Reporters(withToken(product, duty))) {
                reporters.reportUntil(80, cluster::kill);
                cluster.start();
                // the product was not restarted; it finds its database again
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> duty.get("/api/session").status() == 200);
                reporters.repeatUnanswered();
                assertNothingIsLostOrDoubled(duty, reporters);
                assertStreamIsComplete(duty, before, reporters);
            }
        }
    }

    private void killTheProcess(RunningProduct product) throws Exception {
        Client duty = SmallPlace.setUp(product, folder);
        JsonNode before = position(duty);
        try (OpenView view = OpenView.of(product, duty);
                Reporters reporters = new Reporters(withToken(product, duty))) {
            for (int acknowledgements : ROUNDS) {
                reporters.reportUntil(acknowledgements, product::kill);
                product.start();
                reporters.repeatUnanswered();
                assertNothingIsLostOrDoubled(duty, reporters);
            }
            assertStreamIsComplete(duty, before, reporters);
            view.expectEndOnRecord();
        }
        product.stop();
        RunningProduct.Run verdict = product.command("verify-audit");
        assertThat(verdict.output()).contains("intact: ");
        assertThat(verdict.exitCode()).isZero();
    }

    private static Client withToken(RunningProduct product, Client duty) {
        return product.client().withToken(duty.createToken("reporters"));
    }

    private static JsonNode position(Client duty) {
        return duty.get("/api/live/snapshot?streams=incidents&bbox=-180,-90,180,90")
                .expect(200)
                .json();
    }

    private static void assertNothingIsLostOrDoubled(Client duty, Reporters reporters) {
        Map<String, JsonNode> stored = SmallPlace.allIncidents(duty);
        assertThat(named(stored)).as("acknowledged and lost").containsAllEntriesOf(named(reporters.acknowledged));
        Set<String> titles = stored.values().stream()
                .map(incident -> incident.path("title").asString())
                .collect(Collectors.toSet());
        assertThat(titles).as("one incident for one report").hasSize(stored.size());
        // all that were sent have been repeated until acknowledged, so there is nothing else
        assertThat(stored).hasSameSizeAs(reporters.acknowledged);
    }

    /** Number and title by id. */
    private static Map<String, String> named(Map<String, JsonNode> incidents) {
        return incidents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        incident -> incident.getValue().path("number").asString()
                                + " "
                                + incident.getValue().path("title").asString()));
    }

    private static void assertStreamIsComplete(Client duty, JsonNode before, Reporters reporters) {
        try (LiveSocket socket = duty.live()) {
            socket.send(Map.of(
                    "op", "subscribe",
                    "streams", List.of("incidents"),
                    "positions", false,
                    "bbox", List.of(-180, -90, 180, 90),
                    "resume",
                            Map.of(
                                    "epoch", before.path("epoch").asString(),
                                    "offset", before.path("offset").asLong())));
            socket.awaitOp("subscribed");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> changes(socket).stream()
                            .map(change -> change.path("id").asString())
                            .collect(Collectors.toSet())
                            .containsAll(reporters.acknowledged.keySet()));
            List<JsonNode> changes = changes(socket);
            for (int i = 1; i < changes.size(); i++) {
                assertThat(changes.get(i).path("prev").asLong())
                        .as("no hole before offset %s", changes.get(i).path("offset"))
                        .isEqualTo(changes.get(i - 1).path("offset").asLong());
            }
            assertThat(changes).as("one change for one report").hasSameSizeAs(reporters.acknowledged.keySet());
        }
    }

    private static List<JsonNode> changes(LiveSocket socket) {
        return socket.frames().stream()
                .filter(frame -> frame.path("op").asString("").equals("change"))
                .toList();
    }

    private static void assertOffsetsAreContinuous(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), coalesce(min(log_offset), 1), coalesce(max(log_offset), 0) from live.entry")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isPositive().isEqualTo(row.getLong(3) - row.getLong(2) + 1);
        }
    }
}
