package org.gridsight.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the audit trail promises, on whichever database. */
abstract class AuditTrailContract {

    private static final String PASSWORD = "Right-2026";

    @TempDir
    Path folder = Path.of("");

    abstract ApplicationContext product();

    private TransactionTemplate transaction() {
        return new TransactionTemplate(product().getBean(PlatformTransactionManager.class));
    }

    private void publish(String action, String subject) {
        product().publishEvent(AuditEntry.of("tester", action, subject, "", Map.of("why", "test")));
    }

    private long count(String subject) {
        return product()
                .getBean(JdbcClient.class)
                .sql("select count(*) from audit.record where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private static String fresh(String kind) {
        return kind + "/" + System.nanoTime();
    }

    private Client auditor() {
        return auditor("990001101");
    }

    private Client auditor(String area) {
        Accounts accounts = product().getBean(Accounts.class);
        String name = "auditor-" + System.nanoTime();
        accounts.open(
                new NewAccount(name, name, Set.of(Role.AUDIT_ADMIN), new Scope(area), null, null), PASSWORD, "test");
        int port = product().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }

    @Test
    void writesWithTheTransactionOrNotAtAll() {
        String done = fresh("done");
        String undone = fresh("undone");
        transaction().executeWithoutResult(status -> publish("test.act", done));
        transaction().executeWithoutResult(status -> {
            publish("test.act", undone);
            status.setRollbackOnly();
        });
        assertThat(count(done)).isEqualTo(1);
        assertThat(count(undone)).isZero();
    }

    @Test
    void keepsWhatATransactionOfItsOwnDid() {
        String outer = fresh("outer");
        String inner = fresh("inner");
        TransactionTemplate own = transaction();
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction().executeWithoutResult(status -> {
            publish("test.act", outer);
            own.executeWithoutResult(within -> publish("test.act", inner));
            status.setRollbackOnly();
        });
        assertThat(count(inner)).isEqualTo(1);
        assertThat(count(outer)).isZero();
    }

    @Test
    void refusesToLoseAnEntry() {
        assertThatThrownBy(() -> publish("test.act", "nowhere/1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.act was published outside a writing transaction");
        TransactionTemplate reading = transaction();
        reading.setReadOnly(true);
        assertThatThrownBy(() -> reading.executeWithoutResult(status -> publish("test.act", "nowhere/2")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void chainsStayWholeUnderManyWriters() throws Exception {
        String subject = fresh("crowd");
        ExecutorService crowd = Executors.newFixedThreadPool(12);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                boolean fails = i % 7 == 0;
                done.add(crowd.submit(() -> transaction().executeWithoutResult(status -> {
                    publish("test.first", subject);
                    publish("test.second", subject);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                })));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(count(subject)).isEqualTo(2 * (300 - 43));
        assertThat(verify().firstFault()).isEmpty();
    }

    private ChainVerifier.Verdict verify() throws SQLException {
        try (Connection connection = product().getBean(DataSource.class).getConnection()) {
            return ChainVerifier.verify(connection);
        }
    }

    @Test
    void listsPageByPageAndRecordsTheReading() {
        String subject = fresh("paged");
        for (int i = 0; i < 5; i++) {
            transaction().executeWithoutResult(status -> publish("test.act", subject));
        }
        Client auditor = auditor();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = auditor.get("/api/audit?limit=2&subject=" + subject + "&cursor=" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("hash").asString()));
            assertThat(page.path("items").get(0).path("details").path("why").asString())
                    .isEqualTo("test");
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        JsonNode reads = auditor.get("/api/audit?subject=audit/*").json().path("items");
        assertThat(reads.get(0).path("action").asString()).isEqualTo("audit.read");
    }

    @Test
    void tellsAllFaultsOfAQuestionAtOnce() {
        JsonNode problem = auditor()
                .get("/api/audit?from=yesterday&cursor=x&limit=none")
                .expect(422)
                .json();
        assertThat(problem.path("errors")).hasSize(3);
    }

    @Test
    void onlyWhoMaySeeAllOfItExportsTheTrail() {
        String subject = fresh("elsewhere");
        transaction()
                .executeWithoutResult(status ->
                        product().publishEvent(AuditEntry.of("tester", "test.act", subject, "990001101202", Map.of())));
        auditor("990001101201").get("/api/audit/export").expect(403);
        auditor("").get("/api/audit/export").expect(200);
    }

    @Test
    void exportIsVerifiedOfflineAndEveryTamperingIsNamed() throws IOException {
        for (int i = 0; i < 12; i++) {
            transaction().executeWithoutResult(status -> publish("test.act", fresh("exported")));
        }
        List<String> lines =
                List.of(auditor("").get("/api/audit/export").expect(200).text().split("\n"));
        assertThat(verdict(lines)).startsWith("intact: " + (lines.size() - 1));
        int last = lines.size() - 1;
        assertThat(verdict(without(lines, last))).contains("should end with record");
        assertThat(verdict(without(lines, 2))).contains("is missing");
        assertThat(verdict(swapped(lines, 2, 3))).contains("is missing");
        List<String> twice = new ArrayList<>(lines);
        twice.add(3, lines.get(2));
        assertThat(verdict(twice)).contains("was put in");
        List<String> changed = new ArrayList<>(lines);
        changed.set(2, lines.get(2).replaceFirst("\"actor\":\"", "\"actor\":\"x"));
        assertThat(verdict(changed)).contains("was changed after it was written (line 3)");
        changed.set(2, "{\"chain\":0}");
        assertThat(verdict(changed)).contains("line 3 cannot be read");
        assertThatThrownBy(() -> verdict(List.of("hello")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no export");
    }

    private String verdict(List<String> lines) throws IOException {
        Path file = folder.resolve("export.jsonl");
        Files.write(file, lines);
        return ChainVerifier.verify(file).sentence();
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(index);
        return rest;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        List<String> changed = new ArrayList<>(lines);
        java.util.Collections.swap(changed, one, other);
        return changed;
    }
}
