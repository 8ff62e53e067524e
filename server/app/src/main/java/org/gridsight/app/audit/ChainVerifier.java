package org.gridsight.app.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all audit chains over a plain connection, without the product, and names the first record that was changed,
 * removed or put in. The end of each chain is held against its head, so that a cut-off tail is seen too.
 */
public final class ChainVerifier {

    private static final String FIRST_HASH = "0".repeat(64);
    private static final int FETCH = 1_000;

    /** What was found: how many records are right, and the first fault, if any. */
    public record Verdict(long intactRecords, Optional<String> firstFault) {

        public boolean isIntact() {
            return firstFault.isEmpty();
        }

        public String sentence() {
            return firstFault
                    .map(fault -> "BROKEN: " + fault + " (" + intactRecords + " records before it are intact)")
                    .orElse("intact: " + intactRecords + " records");
        }
    }

    private final Map<Integer, ChainHead> ends = new HashMap<>();
    private long intact;

    private ChainVerifier() {}

    public static Verdict verify(Connection connection) throws SQLException {
        // one snapshot, also while the product runs; and PostgreSQL reads in portions only inside a transaction
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return new ChainVerifier().walk(connection);
        } finally {
            connection.rollback();
        }
    }

    private Verdict walk(Connection connection) throws SQLException {
        Optional<String> fault = firstBrokenRecord(connection);
        return new Verdict(intact, fault.isPresent() ? fault : firstCutChain(connection));
    }

    private Optional<String> firstBrokenRecord(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select chain, height, at, actor, action, subject, scope_code, details, prev_hash, hash"
                        + " from audit.record order by chain, height")) {
            query.setFetchSize(FETCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    AuditRecord record = read(rows);
                    ChainHead before = ends.getOrDefault(record.chain(), new ChainHead(record.chain(), 0, FIRST_HASH));
                    Optional<String> fault = faultOf(record, before);
                    if (fault.isPresent()) {
                        return fault;
                    }
                    ends.put(record.chain(), record.asHead());
                    intact++;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOf(AuditRecord record, ChainHead before) {
        String name = "chain " + record.chain() + " record " + record.height();
        if (record.height() != before.height() + 1) {
            return Optional.of("chain " + record.chain() + " record " + (before.height() + 1) + " is missing, next is "
                    + record.height());
        }
        if (!record.prevHash().equals(before.hash())) {
            return Optional.of(name + " does not follow the one before it");
        }
        return record.isIntact() ? Optional.empty() : Optional.of(name + " was changed after it was written");
    }

    private Optional<String> firstCutChain(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select chain, height, hash from audit.chain_head order by chain")) {
            while (rows.next()) {
                ChainHead head = new ChainHead(rows.getInt(1), rows.getLong(2), rows.getString(3));
                ChainHead end = ends.getOrDefault(head.chain(), new ChainHead(head.chain(), 0, FIRST_HASH));
                if (!head.equals(end)) {
                    return Optional.of("chain " + head.chain() + " should end with record " + head.height()
                            + ", but ends with " + end.height());
                }
            }
        }
        return Optional.empty();
    }

    private static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getInt(1),
                row.getLong(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
