package org.gridsight.app.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The town of {@link EmbeddedTown} and {@link PostgisTown}: made empty, filled, and people in it. */
public final class Town {

    public static final String CODE = "990001101";
    public static final double WEST = 117.90;
    public static final double SOUTH = 35.80;
    public static final double SIDE = 0.04;
    private static final String PASSWORD = "Right-2026";

    private Town() {}

    /** No place, no grid, no risk point. */
    public static void clear(JdbcClient jdbc) {
        for (String table : List.of(
                "grids.grid",
                "grids.village",
                "grids.base_feature",
                "grids.place",
                "cameras.filing",
                "cameras.fault",
                "cameras.health",
                "cameras.ticket",
                "cameras.watching",
                "cameras.preset",
                "cameras.preset_name",
                "cameras.turning",
                "cameras.alarm_card",
                "cameras.shared_camera",
                "cameras.upper_platform",
                "cameras.channel",
                "cameras.device",
                "cameras.device_password",
                "cameras.stream_address",
                "cameras.calibration",
                "cameras.camera",
                "riskpoints.change",
                "riskpoints.risk_point")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** A square town of two villages with two square grids each, valid from the beginning. */
    public static void fill(PlaceSetUp setUp) {
        setUp.define(CODE, "星野镇", square(WEST, SOUTH, SIDE), true, "test");
        setUp.replaceGrids(fourGrids(), PlaceSetUp.BEGINNING, "test");
    }

    /** 201001 and 201002 in the south, west first; 202001 and 202002 in the north. */
    public static List<NewGrid> fourGrids() {
        double half = SIDE / 2;
        List<NewGrid> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Geometry shape = square(WEST + half * (i % 2), SOUTH + half * (i / 2), half);
            four.add(grid(i < 2 ? "201" : "202", "00" + (i % 2 + 1), shape));
        }
        return four;
    }

    public static NewGrid grid(String village, String number, Geometry shape) {
        String villageName = village.equals("201") ? "立春村" : "雨水村";
        String villageCode = CODE + village;
        String name = villageName + "第" + Integer.parseInt(number) + "网格";
        return new NewGrid(villageCode + number, name, villageCode, villageName, Grid.Kind.BASIC, 300, shape);
    }

    public static Geometry square(double west, double south, double side) {
        double east = west + side;
        double north = south + side;
        return wkt("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }

    public static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Somebody new with one role and a scope, signed in. */
    public static Client person(int port, Accounts accounts, Role role, String scope) {
        String name = "town-" + System.nanoTime();
        accounts.open(new NewAccount(name, "测试人员", Set.of(role), new Scope(scope), null, null), PASSWORD, "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }
}
