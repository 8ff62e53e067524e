package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.PostgresCluster;
import org.gridsight.app.testing.RunningProduct;
import org.gridsight.app.testing.RunningProduct.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Backup, loss of everything, restore: the same data, an intact audit chain, a new epoch, and no old session. */
class BackupRestoreTest {

    private static final Path SCRIPTS = Path.of("../../docker").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void bringsTheEmbeddedDatabaseBack() throws IOException {
        try (RunningProduct product =
                RunningProduct.in(folder.resolve("product")).start()) {
            Client client = product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
            openAccounts(client, 1, 20);
            Path backup = Path.of(client.post("/api/backups", Map.of())
                    .expect(201)
                    .json()
                    .path("file")
                    .asString());
            assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
            openAccounts(client, 21, 25);
            assertThat(product.command("backup", folder.resolve("x.sql.gz").toString()))
                    .matches(refused -> refused.exitCode() == 2)
                    .matches(refused -> refused.output().contains("POST /api/backups"));
            product.stop();
            Path moved = Files.copy(backup, folder.resolve("kept.sql.gz"));
            destroy(product.dataFolder());

            assertThat(product.command("restore", moved.toString()).exitCode()).isZero();
            assertThat(product.command("verify-audit").output()).contains("intact: ");
            product.start();
            showsTheStateOfTheBackup(product, client);
        }
    }

    @Test
    void backsUpAStoppedProductAndKeepsWhatARestoreReplaces() throws IOException {
        try (RunningProduct product =
                RunningProduct.in(folder.resolve("product")).start()) {
            openAccounts(product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD), 1, 3);
            product.stop();
            String backup = folder.resolve("stopped.sql.gz").toString();
            assertThat(product.command("backup", backup).exitCode()).isZero();
            assertThat(product.command("backup", backup).output()).contains("exists already");
            assertThat(product.command("verify-audit", backup).output()).contains("intact: ");
            assertThat(product.command("restore", backup).exitCode()).isZero();
            try (var files = Files.list(product.dataFolder())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.contains(".before-restore-"));
            }
            Path noBackup = Files.writeString(folder.resolve("letter.txt"), "not a backup");
            assertThat(product.command("restore", noBackup.toString()))
                    .isEqualTo(new Run(2, noBackup + " is no backup of this product\n"));
        }
    }

    @Test
    void bringsPostgisBack() {
        PostgresCluster cluster = PostgresCluster.shared();
        PostgresCluster.Database lost = cluster.createDatabase();
        String backup = folder.resolve("all.dump").toString();
        try (RunningProduct product =
                RunningProduct.in(folder.resolve("product")).with(lost).start()) {
            Client client = product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
            openAccounts(client, 1, 20);
            assertThat(client.post("/api/backups", Map.of()).status()).isEqualTo(409);
            Run saved = product.script(cluster.bin(), SCRIPTS.resolve("backup.sh"), backup);
            assertThat(saved).isEqualTo(new Run(0, backup + "\n"));
            assertThat(product.script(cluster.bin(), SCRIPTS.resolve("restore.sh"), backup)
                            .output())
                    .contains("is not empty");
            openAccounts(client, 21, 25);
            product.stop();
            cluster.dropDatabase(lost);

            product.with(cluster.createDatabase());
            assertThat(product.script(cluster.bin(), SCRIPTS.resolve("restore.sh"), backup)
                            .exitCode())
                    .isZero();
            assertThat(product.command("verify-audit").output()).contains("intact: ");
            product.start();
            showsTheStateOfTheBackup(product, client);
        }
    }

    private static void openAccounts(Client client, int from, int to) {
        for (int i = from; i <= to; i++) {
            client.post(
                            "/api/users",
                            Map.of(
                                    "username", "person" + i,
                                    "displayName", "演示人员" + i,
                                    "password", "long-Enough-Word-" + i,
                                    "roles", List.of("DISPATCHER"),
                                    "scope", "990001101"))
                    .expect(201);
        }
    }

    private static void showsTheStateOfTheBackup(RunningProduct product, Client before) {
        assertThat(before.get("/api/session").status())
                .as("a session of the past")
                .isEqualTo(401);
        JsonNode users = product.client()
                .signIn("sysadmin", RunningProduct.ADMIN_PASSWORD)
                .get("/api/users")
                .expect(200)
                .json()
                .path("items");
        List<String> names = users.valueStream()
                .map(user -> user.path("username").asString())
                .toList();
        assertThat(names).contains("sysadmin", "person1", "person20").doesNotContain("person21");
        assertThat(names).hasSize(21);
        product.client().signIn("person7", "long-Enough-Word-7");
    }

    private static void destroy(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
