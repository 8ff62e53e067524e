package org.gridsight.app.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A room for tests: things with a place, an area and words, that are set, moved and removed. */
@TestComponent
class Beacons implements StreamSnapshot {

    /** What the map shows of a beacon; the description is personal. */
    record Shown(String id, long version, String scope, String words, String description) {}

    /** A beacon has become another version of itself. */
    record BeaconChanged(Shown shown, Optional<String> formerScopeCode, Optional<MapFeature> feature)
            implements MapChange {

        @Override
        public LiveStream stream() {
            return LiveStream.WARNINGS;
        }

        @Override
        public String id() {
            return shown.id();
        }

        @Override
        public long version() {
            return shown.version();
        }

        @Override
        public String scopeCode() {
            return shown.scope();
        }
    }

    private record Row(long version, String scope, double lng, double lat, String words) {}

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Beacons(JdbcTemplate template, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = transaction;
        this.events = events;
        template.execute("create table if not exists live.beacon (id varchar(64) primary key, version bigint not null,"
                + " scope varchar(20) not null, lng double precision not null, lat double precision not null,"
                + " words varchar not null, present boolean not null)");
    }

    ApplicationEventPublisher events() {
        return events;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Sets or moves a beacon in a transaction of its own. */
    void put(String id, String scope, LngLat place, String words) {
        transaction.executeWithoutResult(status -> putWithin(id, scope, place, words));
    }

    /** The same, in the caller's transaction. */
    void putWithin(String id, String scope, LngLat place, String words) {
        Optional<Row> before = find(id);
        long version = before.map(row -> row.version() + 1).orElse(1L);
        if (before.isPresent()) {
            jdbc.sql("update live.beacon set version = ?, scope = ?, lng = ?, lat = ?, words = ?, present = true"
                            + " where id = ?")
                    .params(version, scope, place.lng(), place.lat(), words, id)
                    .update();
        } else {
            jdbc.sql("insert into live.beacon values (?, ?, ?, ?, ?, ?, true)")
                    .params(id, version, scope, place.lng(), place.lat(), words)
                    .update();
        }
        publish(new Row(version, scope, place.lng(), place.lat(), words), id, before, true);
    }

    void remove(String id) {
        transaction.executeWithoutResult(status -> find(id).ifPresent(row -> {
            jdbc.sql("update live.beacon set version = version + 1, present = false where id = ?")
                    .param(id)
                    .update();
            publish(
                    new Row(row.version() + 1, row.scope(), row.lng(), row.lat(), row.words()),
                    id,
                    Optional.of(row),
                    false);
        }));
    }

    /** So many beacons at once that nobody is told of: what a snapshot has to deal with. */
    void crowd(String scope, LngLat place, int count) {
        template.batchUpdate(
                "insert into live.beacon values (?, 1, ?, ?, ?, '', true)",
                IntStream.range(0, count)
                        .mapToObj(i -> new Object[] {"crowd-" + i, scope, place.lng(), place.lat()})
                        .toList());
    }

    void clear() {
        jdbc.sql("delete from live.beacon").update();
    }

    void located(String id, String scope, Optional<LngLat> place, java.time.Instant at) {
        events.publishEvent(new LatestChange("positions", id, scope, place, at));
    }

    void status(String id, String scope, Optional<LngLat> place, String value) {
        events.publishEvent(new LatestChange("cameras", id, scope, place, java.time.Instant.now(), value, 3));
    }

    private Optional<Row> find(String id) {
        return jdbc.sql("select version, scope, lng, lat, words from live.beacon where id = ? for update")
                .param(id)
                .query(Row.class)
                .optional();
    }

    private void publish(Row row, String id, Optional<Row> before, boolean present) {
        Shown shown = new Shown(id, row.version(), row.scope(), row.words(), "names a person");
        Optional<String> former = before.map(Row::scope).filter(scope -> !scope.equals(row.scope()));
        Optional<MapFeature> feature = present ? Optional.of(feature(shown, row)) : Optional.empty();
        events.publishEvent(new BeaconChanged(shown, former, feature));
    }

    private static MapFeature feature(Shown shown, Row row) {
        return new MapFeature(
                shown.id(), Optional.of(GEOMETRY.createPoint(new Coordinate(row.lng(), row.lat()))), shown);
    }

    @Override
    public LiveStream stream() {
        return LiveStream.WARNINGS;
    }

    @Override
    public List<MapFeature> features(
            Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        return jdbc
                .sql("select id, version, scope, lng, lat, words from live.beacon"
                        + " where present and scope like ? order by id limit ?")
                .params(scope.like(), limit)
                .query((row, number) -> {
                    Row read = new Row(
                            row.getLong("version"),
                            row.getString("scope"),
                            row.getDouble("lng"),
                            row.getDouble("lat"),
                            row.getString("words"));
                    Shown shown = new Shown(
                            row.getString("id"), read.version(), read.scope(), read.words(), "names a person");
                    return feature(shown, read);
                })
                .list()
                .stream()
                .filter(feature ->
                        box.isEmpty() || Extent.boxOf(feature).orElseThrow().intersects(box.get()))
                .toList();
    }
}
