package org.gridsight.app.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Town;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the map must do on every database. A town of two villages, four grids of 0.02 by 0.02 degrees each. */
abstract class GridsContract {

    static final String TOWN = Town.CODE;
    private static final Instant NOW = Instant.parse("2026-03-05T06:00:00Z");

    @Autowired
    Grids grids;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void emptyTown() {
        Town.clear(jdbc);
        setUp.define(TOWN, "星野镇", Town.square(Town.WEST, Town.SOUTH, Town.SIDE), true, "test");
    }

    @Test
    void answersWhoseGridAPlaceIs() {
        assertThat(grids.list(new Scope(TOWN))).isEmpty();
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");

        assertThat(grids.isSetUp()).isTrue();
        assertThat(grids.at(new LngLat(117.93, 35.83), NOW)).hasValueSatisfying(found -> {
            assertThat(found.code()).isEqualTo(TOWN + "202002");
            assertThat(found.name()).isEqualTo("雨水村第2网格");
            assertThat(found.villageName()).isEqualTo("雨水村");
            assertThat(found.flags()).isEmpty();
        });
        assertThat(grids.list(new Scope(TOWN + "201")))
                .extracting(Grid::code)
                .containsExactly(TOWN + "201001", TOWN + "201002");
        assertThat(grids.place().bbox())
                .hasValueSatisfying(box -> assertThat(box.east()).isCloseTo(117.94, within(1e-9)));
    }

    @Test
    void keepsOldGridsForWhatHappenedInThem() {
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");
        Instant change = Instant.parse("2026-01-01T00:00:00Z");
        NewGrid whole = Town.grid("201", "001", Town.square(Town.WEST, Town.SOUTH, Town.SIDE));
        setUp.replaceGrids(List.of(whole), change, "test");

        LngLat north = new LngLat(117.93, 35.83);
        assertThat(grids.at(north, change.minusSeconds(1)))
                .get()
                .extracting(GridAt::code)
                .isEqualTo(TOWN + "202002");
        assertThat(grids.at(north, change)).get().extracting(GridAt::code).isEqualTo(TOWN + "201001");
        assertThat(grids.list(new Scope(TOWN))).hasSize(1);
        assertThat(grids.find(TOWN + "202002")).get().satisfies(old -> {
            assertThat(old.villageName()).isEqualTo("雨水村");
            assertThat(old.validTo()).contains(change);
        });
        assertThat(grids.find(TOWN + "201001"))
                .get()
                .extracting(Grid::validFrom)
                .isEqualTo(change);
    }

    @Test
    void refusesCodesThatBelongedToAnotherGrid() {
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");
        setUp.replaceGrids(
                List.of(Town.grid("201", "001", Town.square(Town.WEST, Town.SOUTH, Town.SIDE))),
                Instant.parse("2026-01-01T00:00:00Z"),
                "test");

        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> setUp.replaceGrids(Town.fourGrids(), Instant.parse("2026-02-01T00:00:00Z"), "test"))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field)
                        .containsExactly("grids[1].code", "grids[2].code", "grids[3].code"));
        assertThat(grids.list(new Scope(TOWN))).hasSize(1);
    }

    @Test
    void namesEveryFaultAndStoresNothing() {
        List<NewGrid> bad = List.of(
                Town.grid("201", "001", Town.square(117.90, 35.80, 0.02)),
                Town.grid("201", "001", Town.square(117.92, 35.80, 0.02)),
                Town.grid("202", "001", Town.wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")),
                new NewGrid("12", "", "371328101201", "x", Grid.Kind.BASIC, -1, Town.square(117.92, 35.82, 0.02)));
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> setUp.replaceGrids(bad, PlaceSetUp.BEGINNING, "test"))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field)
                        .containsExactly(
                                "grids[1].code",
                                "grids[2].shape",
                                "grids[3].code",
                                "grids[3].name",
                                "grids[3].households",
                                "grids[3].villageCode"));
        assertThat(grids.list(new Scope(TOWN))).isEmpty();
    }

    @Test
    void seesAnUncommittedMapOnlyInItsOwnTransaction() {
        transaction.executeWithoutResult(status -> {
            setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");
            assertThat(grids.list(new Scope(TOWN))).hasSize(4);
            status.setRollbackOnly();
        });
        assertThat(grids.list(new Scope(TOWN))).isEmpty();
    }

    @Test
    void judgesPlacesThatAreGiven() {
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");

        assertThat(check(0, 0).flags()).containsExactly(LocationFlag.ZERO);
        assertThat(check(35.83, 117.93).flags()).containsExactly(LocationFlag.SWAPPED);
        assertThat(check(117.93, 35.83).isAccepted()).isTrue();
        LocationCheck near = check(117.9411, 35.83);
        assertThat(near.isAccepted()).isTrue();
        assertThat(near.flags()).containsExactly(LocationFlag.NEAR_BORDER);
        LocationCheck far = check(118.0, 35.83);
        assertThat(far.flags()).containsExactly(LocationFlag.OUTSIDE);
        assertThat(far.message().orElseThrow().zh()).contains("5.4 km");
        assertThat(check(581352.8, 3963725.0).message().orElseThrow().en()).startsWith("No longitude and latitude");
    }

    @Test
    void recognisesGcj02OutsideTheBorder() {
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");
        Gcj02Point shifted = Gcj02Point.from(new Coordinate(117.9399, 35.82));

        LocationCheck check = check(shifted.lng(), shifted.lat());

        assertThat(check.flags()).isEqualTo(Set.of(LocationFlag.OUTSIDE, LocationFlag.LOOKS_LIKE_GCJ02));
        assertThat(check.message().orElseThrow().zh()).matches("坐标距镇界 \\d+ m,像是 GCJ-02。未入库,请确认坐标系。");
    }

    @Test
    void doubtsPlacesFarFromEveryRoadThatLieOnOneWhenReadAsGcj02() {
        setUp.replaceGrids(Town.fourGrids(), PlaceSetUp.BEGINNING, "test");
        setUp.putLayer(
                BaseLayer.ROADS,
                List.of(new BaseLayer.Feature("演示路", "main", Town.wkt("LINESTRING (117.91 35.80, 117.91 35.84)"))),
                "test");
        Gcj02Point shifted = Gcj02Point.from(new Coordinate(117.91, 35.82));

        assertThat(check(shifted.lng(), shifted.lat()).flags()).containsExactly(LocationFlag.LOOKS_LIKE_GCJ02);
        assertThat(check(117.91, 35.82).flags()).isEmpty();
        assertThat(check(117.93, 35.82).flags()).isEmpty();
    }

    private LocationCheck check(double lng, double lat) {
        return grids.check(new Coordinate(lng, lat), NOW);
    }
}
