package org.gridsight.app.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridsight.app.kernel.LiveStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the streams, in one SQL for both databases. Knows no order of work; {@link Stamping} does. */
@Repository
class StreamTables {

    private static final String BOX = "west, south, east, north";

    /** @param outbox whether changes wait for their number */
    record State(String epoch, long offset, boolean outbox) {

        Position position() {
            return new Position(epoch, offset);
        }
    }

    /** A change that waits for its number. */
    record Waiting(long id, Change change) {}

    /** A change that gets its number. */
    record Stamped(long offset, Change change, Optional<Extent> former) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    StreamTables(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void append(List<Change> changes) {
        template.batchUpdate(
                "insert into live.outbox (stream, subject, version, scope_code, workers, former_scope, " + BOX
                        + ", feature) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changes.stream()
                        .map(c -> row(
                                new @Nullable Object[] {
                                    c.stream().wireName(),
                                    c.subject(),
                                    c.version(),
                                    c.now().scopeCode(),
                                    c.now().workersColumn(),
                                    c.formerScope().orElse(null)
                                },
                                c.now().columns(),
                                new @Nullable Object[] {c.feature().orElse(null)}))
                        .toList());
    }

    Optional<State> state() {
        return jdbc.sql("select epoch, log_offset, (select min(id) from live.outbox) as waiting from live.head")
                .query((row, number) -> {
                    row.getLong("waiting");
                    return new State(row.getString("epoch"), row.getLong("log_offset"), !row.wasNull());
                })
                .optional();
    }

    void begin(Position position) {
        jdbc.sql("insert into live.head (singleton, epoch, log_offset) values (1, ?, ?)")
                .params(position.epoch(), position.offset())
                .update();
    }

    /** What a former epoch left is worth nothing: everybody reads a snapshot. */
    void clear() {
        template.update("delete from live.entry");
        template.update("delete from live.outbox");
    }

    /** Holds the head until the end of the transaction, against other nodes. */
    Position lockHead() {
        return jdbc.sql("select epoch, log_offset from live.head for update")
                .query((row, number) -> new Position(row.getString("epoch"), row.getLong("log_offset")))
                .single();
    }

    void moveHead(long offset) {
        template.update("update live.head set log_offset = ?", offset);
    }

    List<Waiting> waiting(int limit) {
        return jdbc.sql("select * from live.outbox order by id limit ?")
                .param(limit)
                .query((row, number) -> new Waiting(row.getLong("id"), change(row)))
                .list();
    }

    /** The last known places of things, by {@link Change#key}. */
    Map<String, Extent> places(Collection<String> subjects) {
        Map<String, Extent> places = new HashMap<>();
        String[] wanted = subjects.toArray(String[]::new);
        template.query(
                "select * from live.place where subject = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("varchar", wanted)),
                row -> {
                    String key = streamOf(row).name() + '/' + row.getString("subject");
                    places.put(key, Extent.read(row, "").orElseThrow());
                });
        return places;
    }

    void insert(List<Stamped> entries, Instant now) {
        template.batchUpdate(
                "insert into live.entry (log_offset, stream, subject, version, scope_code, workers, former_scope,"
                        + " former_workers, " + BOX
                        + ", former_west, former_south, former_east, former_north, feature, stamped_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(e -> row(
                                new @Nullable Object[] {
                                    e.offset(),
                                    e.change().stream().wireName(),
                                    e.change().subject(),
                                    e.change().version(),
                                    e.change().now().scopeCode(),
                                    e.change().now().workersColumn(),
                                    e.former().map(Extent::scopeCode).orElse(null),
                                    e.former().map(Extent::workersColumn).orElse(null)
                                },
                                e.change().now().columns(),
                                e.former().map(Extent::columns).orElseGet(() -> new @Nullable Object[4]),
                                new @Nullable Object[] {e.change().feature().orElse(null), Timestamp.from(now)}))
                        .toList());
    }

    void removeWaiting(List<Waiting> done) {
        Long[] ids = done.stream().map(Waiting::id).toArray(Long[]::new);
        template.update(
                "delete from live.outbox where id = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids)));
    }

    void removePlaces(List<Change> things) {
        template.batchUpdate(
                "delete from live.place where stream = ? and subject = ?",
                things.stream()
                        .map(c -> new Object[] {c.stream().wireName(), c.subject()})
                        .toList());
    }

    void insertPlaces(List<Change> things) {
        template.batchUpdate(
                "insert into live.place (stream, subject, scope_code, workers, " + BOX
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                things.stream()
                        .map(c -> row(
                                new @Nullable Object[] {
                                    c.stream().wireName(),
                                    c.subject(),
                                    c.now().scopeCode(),
                                    c.now().workersColumn()
                                },
                                c.now().columns()))
                        .toList());
    }

    /** Numbered entries after an offset, in order. */
    List<Stamped> after(long offset, int limit) {
        return jdbc.sql("select * from live.entry where log_offset > ? order by log_offset limit ?")
                .params(offset, limit)
                .query((row, number) ->
                        new Stamped(row.getLong("log_offset"), change(row), Extent.read(row, "former_")))
                .list();
    }

    /** Forgets the entries before the first one that is still young enough. */
    int prune(Instant before) {
        return template.update(
                "delete from live.entry where log_offset < coalesce("
                        + "(select min(log_offset) from live.entry where stamped_at >= ?),"
                        + " (select log_offset + 1 from live.head))",
                Timestamp.from(before));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                streamOf(row),
                row.getString("subject"),
                row.getLong("version"),
                Extent.read(row, "").orElseThrow(),
                Optional.ofNullable(row.getString("former_scope")),
                Optional.ofNullable(row.getString("feature")));
    }

    private static LiveStream streamOf(ResultSet row) throws SQLException {
        String name = row.getString("stream");
        return LiveStream.parse(name).orElseThrow(() -> new SQLException("unknown stream " + name));
    }

    private static @Nullable Object[] row(@Nullable Object[]... parts) {
        List<@Nullable Object> all = new ArrayList<>();
        Stream.of(parts).forEach(part -> all.addAll(java.util.Arrays.asList(part)));
        return all.toArray();
    }
}
