package org.gridsight.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.gridsight.app.kernel.AuditEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever touches a record, takes one out, puts one in or cuts the end is named by chain and record. */
class ChainVerifierTest {

    private static final int RECORDS = 6;

    private Connection connection;

    @BeforeEach
    void writeTwoChains() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        execute("runscript from 'classpath:db/migration/common/V0201__audit_trail.sql'");
        for (int chain = 0; chain < 2; chain++) {
            ChainHead head = new ChainHead(chain, 0, "0".repeat(64));
            for (int i = 1; i <= RECORDS; i++) {
                AuditEntry entry = AuditEntry.of("duty", "incident.accept", "incident/" + i, "990001101", Map.of());
                AuditRecord record = AuditRecord.after(head, Instant.ofEpochMilli(1_700_000_000_000L + i), entry, "{}");
                insert(record);
                head = record.asHead();
            }
            execute("update audit.chain_head set height = " + head.height() + ", hash = '" + head.hash()
                    + "' where chain = " + chain);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void findsAnUntouchedTrailIntact() throws SQLException {
        ChainVerifier.Verdict verdict = ChainVerifier.verify(connection);
        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.sentence()).isEqualTo("intact: 12 records");
    }

    @Test
    void namesTheFirstChangedRecord() throws SQLException {
        execute("update audit.record set actor = 'nobody' where chain = 1 and height in (3, 5)");
        assertThat(ChainVerifier.verify(connection).firstFault())
                .hasValue("chain 1 record 3 was changed after it was written");
    }

    @Test
    void namesAChangeWhoseHashWasMadeToFit() throws SQLException {
        execute("delete from audit.record where chain = 0 and height = 2");
        AuditEntry forged = AuditEntry.of("duty", "incident.reject", "incident/2", "990001101", Map.of());
        insert(AuditRecord.after(new ChainHead(0, 1, "f".repeat(64)), Instant.EPOCH, forged, "{}"));
        assertThat(ChainVerifier.verify(connection).firstFault())
                .hasValue("chain 0 record 2 does not follow the one before it");
    }

    @Test
    void namesATakenOutRecord() throws SQLException {
        execute("delete from audit.record where chain = 0 and height = 4");
        assertThat(ChainVerifier.verify(connection).firstFault()).hasValue("chain 0 record 4 is missing, next is 5");
    }

    @Test
    void seesACutEndAndAnEmptiedChain() throws SQLException {
        execute("delete from audit.record where chain = 1 and height > 4");
        assertThat(ChainVerifier.verify(connection).firstFault())
                .hasValue("chain 1 should end with record 6, but ends with 4");
        execute("delete from audit.record where chain = 1");
        assertThat(ChainVerifier.verify(connection).firstFault())
                .hasValue("chain 1 should end with record 6, but ends with 0");
    }

    private void insert(AuditRecord record) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into audit.record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] values = {
                record.chain(), record.height(), Timestamp.from(record.at()), record.actor(), record.action(),
                record.subject(), record.scopeCode(), record.details(), record.prevHash(), record.hash()
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
