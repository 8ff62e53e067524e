package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.PostgresCluster;
import org.gridsight.app.testing.Requires;
import org.gridsight.app.testing.RunningProduct;
import org.gridsight.app.testing.RunningProduct.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify-audit} as an inspector uses it: a database by its address, an export on a machine without one. */
class AuditCommandTest {

    private static final String AUDITOR = "auditor-one";
    private static final String PASSWORD = "long-Enough-Word-1";

    @TempDir
    Path folder;

    private static void workALittle(Client administrator) {
        administrator.post("/api/users", account(AUDITOR, "AUDIT_ADMIN")).expect(201);
        for (int i = 0; i < 12; i++) {
            administrator
                    .post("/api/users", account("person" + i, "DISPATCHER"))
                    .expect(201);
        }
    }

    private static Map<String, Object> account(String name, String role) {
        return Map.of(
                "username",
                name,
                "displayName",
                "演示人员",
                "password",
                PASSWORD,
                "roles",
                List.of(role),
                "scope",
                "990001101");
    }

    @Test
    void checksARunningDatabaseByItsAddressAndAnExportWithoutAny() throws IOException, SQLException {
        Requires.postgis();
        PostgresCluster.Database database = PostgresCluster.shared().createDatabase();
        Path export = folder.resolve("gridsight-audit.jsonl");
        try (RunningProduct product =
                RunningProduct.in(folder.resolve("product")).with(database).start()) {
            workALittle(product.client().signIn("sysadmin", RunningProduct.ADMIN_PASSWORD));
            String trail = product.client()
                    .signIn(AUDITOR, PASSWORD)
                    .get("/api/audit/export")
                    .expect(200)
                    .text();
            Files.writeString(export, trail);
        }
        RunningProduct elsewhere = RunningProduct.in(folder.resolve("elsewhere"));
        String[] address = {"verify-audit", database.jdbcUrl(), database.username(), database.password()};
        assertThat(elsewhere.command(address))
                .matches(run -> run.exitCode() == 0 && run.output().contains("intact: "));
        namesWhatWasTouchedInTheDatabase(elsewhere, database, address);
        readsExports(elsewhere, export);
        Run nowhere = elsewhere.command("verify-audit", "jdbc:postgresql://127.0.0.1:1/none", "nobody", "x");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.output()).isNotBlank().doesNotContain("\tat ");
    }

    private static void namesWhatWasTouchedInTheDatabase(
            RunningProduct elsewhere, PostgresCluster.Database database, String[] address) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("update audit.record set actor = 'nobody' where chain = 1 and height = 2");
        }
        Run broken = elsewhere.command(address);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output()).contains("BROKEN: chain 1 record 2 was changed after it was written");
    }

    private void readsExports(RunningProduct elsewhere, Path export) throws IOException {
        List<String> lines = Files.readAllLines(export);
        assertThat(lines).hasSizeGreaterThan(12);
        assertThat(elsewhere.command("verify-audit", export.toString()))
                .isEqualTo(new Run(0, "intact: " + (lines.size() - 1) + " records\n"));

        List<String> changed = new ArrayList<>(lines);
        changed.replaceAll(line -> line.replace("account/person3", "account/person4"));
        Run forged = elsewhere.command("verify-audit", write("changed.jsonl", changed));
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.output()).contains("was changed after it was written (line ");

        Run cut = elsewhere.command("verify-audit", write("cut.jsonl", lines.subList(0, lines.size() - 1)));
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.output()).contains("should end with record");

        Run letter = elsewhere.command("verify-audit", write("letter.jsonl", List.of("Dear auditor,")));
        assertThat(letter.exitCode()).isEqualTo(2);
        assertThat(letter.output()).contains("is no export of the audit trail");
    }

    private String write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }
}
