package org.gridsight.app.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads all audit chains over a plain connection or from an export, without the product, and names the first record
 * that was changed, removed or put in. The end of each chain is held against its head, so that a cut-off tail is seen.
 */
public final class ChainVerifier {

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

    private ChainVerifier() {}

    public static Verdict verify(Path export) throws IOException {
        return new ExportFile(export).verify();
    }

    public static Verdict verify(Connection connection) throws SQLException {
        // one snapshot, also while the product runs; and PostgreSQL reads in portions only inside a transaction
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            ChainWalk walk = new ChainWalk();
            Optional<String> fault = firstBrokenRecord(connection, walk);
            return walk.verdict(fault.isPresent() ? fault : walk.firstCutChain(heads(connection)));
        } finally {
            connection.rollback();
        }
    }

    private static Optional<String> firstBrokenRecord(Connection connection, ChainWalk walk) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + AuditTables.COLUMNS + " from audit.record order by chain, height")) {
            query.setFetchSize(FETCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Optional<String> fault = walk.follow(AuditTables.read(rows));
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<ChainHead> heads(Connection connection) throws SQLException {
        List<ChainHead> heads = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select chain, height, hash from audit.chain_head order by chain")) {
            while (rows.next()) {
                heads.add(new ChainHead(rows.getInt(1), rows.getLong(2), rows.getString(3)));
            }
        }
        return heads;
    }
}
