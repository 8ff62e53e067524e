package org.gridsight.app.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.crs.Gcj02Point;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the map must do on every database. A town of two villages, four grids of 0.02 by 0.02 degrees each. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GridsContract {

    static final String TOWN = "990001101";
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
        for (String table : List.of("grid", "village", "base_feature", "place")) {
            jdbc.sql("delete from grids." + table).update();
        }
        setUp.define(TOWN, "星野镇", town(), true, "test");
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Geometry town() {
        return box(117.90, 35.80, 0.04);
    }

    private static Geometry box(double west, double south, double side) {
        double east = west + side;
        double north = south + side;
        return wkt("POLYGON ((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", "
                + west + " " + north + ", " + west + " " + south + "))");
    }

    /** Numbered from the south-west, first east, then north; village 201 in the south, 202 in the north. */
    private static List<NewGrid> fourGrids() {
        List<NewGrid> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            four.add(grid(
                    i < 2 ? "201" : "202",
                    "00" + (i % 2 + 1),
                    box(117.90 + 0.02 * (i % 2), 35.80 + 0.02 * (i / 2), 0.02)));
        }
        return four;
    }

    private static NewGrid grid(String village, String number, Geometry shape) {
        String villageName = village.equals("201") ? "立春村" : "雨水村";
        String villageCode = TOWN + village;
        return new NewGrid(
                villageCode + number,
                villageName + "第" + Integer.parseInt(number) + "网格",
                villageCode,
                villageName,
                Grid.Kind.BASIC,
                300,
                shape);
    }

    @Test
    void answersWhoseGridAPlaceIs() {
        assertThat(grids.isSetUp()).isFalse();
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");

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
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
        Instant change = Instant.parse("2026-01-01T00:00:00Z");
        NewGrid whole = grid("201", "001", town());
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
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
        setUp.replaceGrids(List.of(grid("201", "001", town())), Instant.parse("2026-01-01T00:00:00Z"), "test");

        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> setUp.replaceGrids(fourGrids(), Instant.parse("2026-02-01T00:00:00Z"), "test"))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field)
                        .containsExactly("grids[1].code", "grids[2].code", "grids[3].code"));
        assertThat(grids.list(new Scope(TOWN))).hasSize(1);
    }

    @Test
    void namesEveryFaultAndStoresNothing() {
        List<NewGrid> bad = List.of(
                grid("201", "001", box(117.90, 35.80, 0.02)),
                grid("201", "001", box(117.92, 35.80, 0.02)),
                grid("202", "001", wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))")),
                new NewGrid("12", "", "371328101201", "x", Grid.Kind.BASIC, -1, box(117.92, 35.82, 0.02)));
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
        assertThat(grids.isSetUp()).isFalse();
    }

    @Test
    void seesAnUncommittedMapOnlyInItsOwnTransaction() {
        transaction.executeWithoutResult(status -> {
            setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
            assertThat(grids.isSetUp()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(grids.isSetUp()).isFalse();
    }

    @Test
    void judgesPlacesThatAreGiven() {
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");

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
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
        Gcj02Point shifted = Gcj02Point.from(new Coordinate(117.9399, 35.82));

        LocationCheck check = check(shifted.lng(), shifted.lat());

        assertThat(check.flags()).isEqualTo(Set.of(LocationFlag.OUTSIDE, LocationFlag.LOOKS_LIKE_GCJ02));
        assertThat(check.message().orElseThrow().zh()).matches("坐标距镇界 \\d+ m,像是 GCJ-02。未入库,请确认坐标系。");
    }

    @Test
    void doubtsPlacesFarFromEveryRoadThatLieOnOneWhenReadAsGcj02() {
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
        setUp.putLayer(
                BaseLayer.ROADS,
                List.of(new BaseLayer.Feature("演示路", "main", wkt("LINESTRING (117.91 35.80, 117.91 35.84)"))),
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
