package org.gridsight.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridsight.app.kernel.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chains in the database. Records are only ever added. */
@Repository
class AuditTables {

    static final String COLUMNS = "chain, height, at, actor, action, subject, scope_code, details, prev_hash, hash";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    AuditTables(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Holds the end of a chain until the transaction ends. */
    ChainHead lockHead(int chain) {
        return jdbc.sql("select chain, height, hash from audit.chain_head where chain = ? for update")
                .param(chain)
                .query(ChainHead.class)
                .single();
    }

    void moveHead(ChainHead head) {
        template.update(
                "update audit.chain_head set height = ?, hash = ? where chain = ?",
                head.height(),
                head.hash(),
                head.chain());
    }

    List<ChainHead> heads() {
        return jdbc.sql("select chain, height, hash from audit.chain_head order by chain")
                .query(ChainHead.class)
                .list();
    }

    void insert(List<AuditRecord> records) {
        template.batchUpdate(
                "insert into audit.record (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records.stream()
                        .map(r -> new Object[] {
                            r.chain(),
                            r.height(),
                            Timestamp.from(r.at()),
                            r.actor(),
                            r.action(),
                            r.subject(),
                            r.scopeCode(),
                            r.details(),
                            r.prevHash(),
                            r.hash()
                        })
                        .toList());
    }

    /** The next records of one chain, up to and with the one at {@code head}. */
    List<AuditRecord> page(ChainHead head, long afterHeight, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit.record"
                        + " where chain = ? and height > ? and height <= ? order by height limit ?")
                .params(head.chain(), afterHeight, head.height(), limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Whether something is on record that lies outside of an area. */
    boolean hasOutside(Scope scope) {
        return !jdbc.sql("select height from audit.record where scope_code <> '' and scope_code not like ? limit 1")
                .param(scope.like())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The youngest records that fit, youngest first; things without a place are in every scope. */
    List<AuditRecord> list(AuditQuery query, Scope scope, RecordMatch match) {
        StringBuilder sql = new StringBuilder(
                "select " + COLUMNS + " from audit.record where (scope_code = '' or scope_code like ?)");
        List<Object> values = new ArrayList<>(List.of(scope.like()));
        query.from().ifPresent(from -> and(sql, values, "at >= ?", Timestamp.from(from)));
        query.to().ifPresent(to -> and(sql, values, "at < ?", Timestamp.from(to)));
        if (!match.condition().isEmpty()) {
            sql.append(" and ").append(match.condition());
            values.addAll(match.values());
        }
        query.actor().ifPresent(actor -> and(sql, values, "actor = ?", actor));
        query.subject().ifPresent(subject -> and(sql, values, "subject = ?", subject));
        query.after().ifPresent(place -> {
            Instant at = place.at();
            and(sql, values, "at <= ?", Timestamp.from(at));
            and(sql, values, "(at < ? or chain < ? or (chain = ? and height < ?))", Timestamp.from(at));
            values.addAll(List.of(place.chain(), place.chain(), place.height()));
        });
        sql.append(" order by at desc, chain desc, height desc limit ?");
        values.add(query.limit() + 1);
        return jdbc.sql(sql.toString())
                .params(values)
                .query((row, number) -> read(row))
                .list();
    }

    /** Everything that was recorded of some things, in no order. */
    List<AuditRecord> ofSubjects(Set<String> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from audit.record where subject in (:subjects)")
                .param("subjects", subjects)
                .query((row, number) -> read(row))
                .list();
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
    }

    static AuditRecord read(ResultSet row) throws SQLException {
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
