package org.gridsight.app.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.PastCases;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/** Cases on the ground of the town: metres, and days counted from 1970 in the town's time zone. Immutable. */
final class CaseSet {

    private final PastCases cases;
    private final int[] rows;
    private final PlanarPoints points;
    private final int[] days;

    private CaseSet(PastCases cases, int[] rows, PlanarPoints points, int[] days) {
        this.cases = cases;
        this.rows = rows;
        this.points = points;
        this.days = days;
    }

    /** @param rows of the cases; each within reach of the terrain */
    static CaseSet of(PastCases cases, int[] rows, Terrain terrain, ZoneId zone) {
        double[] lng = Arrays.stream(rows).mapToDouble(cases::lng).toArray();
        double[] lat = Arrays.stream(rows).mapToDouble(cases::lat).toArray();
        int[] days =
                Arrays.stream(rows).map(row -> day(cases.occurredAt(row), zone)).toArray();
        return new CaseSet(cases, rows.clone(), terrain.project(lng, lat), days);
    }

    private static int day(long millis, ZoneId zone) {
        return (int) LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay();
    }

    CaseSet where(IntPredicate wanted) {
        int[] kept = IntStream.range(0, rows.length).filter(wanted).toArray();
        if (kept.length == rows.length) {
            return this;
        }
        return new CaseSet(
                cases,
                Arrays.stream(kept).map(i -> rows[i]).toArray(),
                PlanarPoints.of(
                        Arrays.stream(kept).mapToDouble(points::x).toArray(),
                        Arrays.stream(kept).mapToDouble(points::y).toArray()),
                Arrays.stream(kept).map(i -> days[i]).toArray());
    }

    int size() {
        return rows.length;
    }

    PlanarPoints points() {
        return points;
    }

    double lng(int i) {
        return cases.lng(rows[i]);
    }

    double lat(int i) {
        return cases.lat(rows[i]);
    }

    int day(int i) {
        return days[i];
    }

    /** Seconds since 1970. */
    long second(int i) {
        return Math.floorDiv(cases.occurredAt(rows[i]), 1000L);
    }

    /** When it was entered, seconds since 1970. */
    long entered(int i) {
        return Math.floorDiv(cases.receivedAt(rows[i]), 1000L);
    }

    int reporter(int i) {
        return cases.reporter(rows[i]);
    }

    boolean matches(int i, CaseFilter filter) {
        int row = rows[i];
        return filter.kind().map(kind -> kind == cases.kind(row)).orElse(true)
                && filter.category()
                        .map(wanted -> cases.category(row)
                                .filter(given -> wanted.codesAlike().contains(given.name()))
                                .isPresent())
                        .orElse(true)
                && filter.box()
                        .map(box -> box.contains(new LngLat(cases.lng(row), cases.lat(row))))
                        .orElse(true);
    }

    int firstDay() {
        return Arrays.stream(days).min().orElse(0);
    }

    int lastDay() {
        return Arrays.stream(days).max().orElse(0);
    }

    DatedPoints dated() {
        return DatedPoints.of(points, days);
    }

    UUID id(int i) {
        return cases.id(rows[i]);
    }

    IncidentKind kind(int i) {
        return cases.kind(rows[i]);
    }

    String gridCode(int i) {
        return cases.gridCode(rows[i]);
    }
}
