package org.gridsight.app.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A small town for tests: two villages of two grids, its people, and a clock that tests set. */
@TestConfiguration(proxyBeanMethods = false)
class Town {

    static final String CODE = "990001101";
    static final String FIRST_VILLAGE = CODE + "201";
    static final String SECOND_VILLAGE = CODE + "202";
    /** Workers whose ids begin so belong to the first grid of the second village. */
    static final String FAR = "w-far";

    static final String FIRST_GRID = FIRST_VILLAGE + "001";

    /** A Thursday morning, 14:00 in Shanghai. */
    static final Instant NOON = Instant.parse("2026-03-05T06:00:00Z");

    static final double WEST = 117.90;
    static final double SOUTH = 35.80;
    static final double SIDE = 0.02;

    /** Time as the test wants it. */
    static final class TestClock extends Clock {

        private volatile Instant now = NOON;

        void set(Instant instant) {
            now = instant;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one test thread writes
        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** Every id that begins with w is a worker of the first grid. */
    @Bean
    @Primary
    Assignees testAssignees() {
        return (id, scope) -> Optional.of(new Assignees.Assignee(
                        id, "网格员" + id, id.startsWith(FAR) ? SECOND_VILLAGE + "001" : FIRST_GRID))
                .filter(worker -> id.startsWith("w") && scope.covers(worker.gridCode()));
    }

    static void settle(PlaceSetUp setUp) {
        setUp.define(CODE, "星野镇", box(WEST, SOUTH, 2 * SIDE), true, "test");
        List<NewGrid> grids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String village = i < 2 ? FIRST_VILLAGE : SECOND_VILLAGE;
            String name = i < 2 ? "立春村" : "雨水村";
            grids.add(new NewGrid(
                    village + "00" + (i % 2 + 1),
                    name + "第" + (i % 2 + 1) + "网格",
                    village,
                    name,
                    Grid.Kind.BASIC,
                    300,
                    box(WEST + SIDE * (i % 2), SOUTH + SIDE * (i / 2), SIDE)));
        }
        setUp.replaceGrids(grids, PlaceSetUp.BEGINNING, "test");
    }

    private static Geometry box(double west, double south, double side) {
        return new GeometryFactory()
                .toGeometry(new Envelope(new Coordinate(west, south), new Coordinate(west + side, south + side)));
    }

    static CurrentUser user(String name, Role... roles) {
        return new CurrentUser(name, name, Set.of(roles), new Scope(CODE), null, null);
    }

    static CurrentUser worker(String workerId) {
        return new CurrentUser(workerId, workerId, Set.of(Role.GRID_WORKER), new Scope(CODE), workerId, null);
    }

    static CurrentUser ofUnit(String name, @Nullable String unitId) {
        return new CurrentUser(name, name, Set.of(Role.HANDLER), new Scope(CODE), null, unitId);
    }

    static CurrentUser duty() {
        return user("duty", Role.DISPATCHER);
    }

    static NewIncident incident(String title) {
        return incident(title, IncidentKind.SANITATION, WEST + 0.01, SOUTH + 0.01);
    }

    static NewIncident incident(String title, IncidentKind kind, double lng, double lat) {
        boolean south = lat < SOUTH + SIDE;
        boolean west = lng < WEST + SIDE;
        String village = south ? FIRST_VILLAGE : SECOND_VILLAGE;
        String name = south ? "立春村" : "雨水村";
        NewIncident.Where where = new NewIncident.Where(
                new org.gridsight.spatial.LngLat(lng, lat),
                village + (west ? "001" : "002"),
                name + (west ? "第1网格" : "第2网格"),
                village,
                name,
                null,
                Set.of());
        NewIncident.Reporter reporter = new NewIncident.Reporter("演示人员001", "13800001234", null);
        return new NewIncident(
                kind, null, null, title, "描述 " + title, null, IncidentSource.HOTLINE_12345, NOON, where, reporter);
    }

    /** Body of a report over HTTP. */
    static Map<String, Object> body(String title) {
        return Map.of(
                "kind",
                "SANITATION",
                "title",
                title,
                "description",
                "描述 " + title,
                "location",
                Map.of("type", "Point", "coordinates", List.of(WEST + 0.01, SOUTH + 0.01)),
                "occurredAt",
                "2026-03-05T13:50:00+08:00",
                "source",
                "HOTLINE_12345",
                "reporter",
                Map.of("name", "演示人员001", "phone", "13800001234"));
    }
}
