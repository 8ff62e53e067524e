package org.gridsight.app.riskpoints;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.kernel.MapFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** A place with a standing hazard, as it is in the ledger now. */
@Entity
@Table(schema = "riskpoints", name = "risk_point")
class RiskPoint {

    private static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    @Nullable
    private Long version;

    private String name = "";

    @Enumerated(EnumType.STRING)
    private RiskCategory category = RiskCategory.OTHER;

    @Enumerated(EnumType.STRING)
    private RiskLevel level = RiskLevel.BLUE;

    @Enumerated(EnumType.STRING)
    private RiskStatus status = RiskStatus.ACTIVE;

    private String owner = "";
    private int cycleDays;

    @Nullable
    private LocalDate reviewedOn;

    @Nullable
    private LocalDate reviewBy;

    private String note = "";
    private String gridCode = "";
    private Point place = CGCS2000.createPoint();

    @Column(name = "source_x")
    private double sourceX;

    @Column(name = "source_y")
    private double sourceY;

    private String sourceCrs = "";
    private String method = "";
    private double accuracyMetres;
    private String locationFlags = "";
    private Instant updatedAt = Instant.EPOCH;

    protected RiskPoint() {}

    RiskPoint(NewRiskPoint wanted, GridAt grid, LocalDate today, Instant now) {
        name = wanted.name();
        category = wanted.category();
        level = wanted.level();
        status = wanted.status();
        owner = wanted.care().owner();
        cycleDays = wanted.care().cycleDays();
        note = wanted.note();
        updatedAt = now;
        lieAt(wanted.place(), grid);
        wanted.care().reviewedOn().ifPresentOrElse(this::reviewed, () -> reviewBy = today.plusDays(cycleDays));
        wanted.care().reviewBy().ifPresent(due -> reviewBy = due);
    }

    private void lieAt(GivenPlace given, GridAt grid) {
        place = CGCS2000.createPoint(given.degrees());
        sourceX = given.source().x;
        sourceY = given.source().y;
        sourceCrs = given.crs();
        method = given.method();
        accuracyMetres = given.accuracyMetres();
        gridCode = grid.code();
        locationFlags = grid.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private void reviewed(LocalDate on) {
        reviewedOn = on;
        reviewBy = on.plusDays(cycleDays);
    }

    /** Applies what was given and tells what is different now: field to old and new value. */
    Map<String, String> change(RiskPointChange change, Optional<GridAt> grid, Instant now) {
        Map<String, String> before = values();
        change.name().ifPresent(value -> name = value);
        change.category().ifPresent(value -> category = value);
        change.level().ifPresent(value -> level = value);
        change.status().ifPresent(value -> status = value);
        change.owner().ifPresent(value -> owner = value);
        change.note().ifPresent(value -> note = value);
        change.cycleDays().ifPresent(this::inspectEvery);
        change.reviewedOn().ifPresent(this::reviewed);
        change.reviewBy().ifPresent(value -> reviewBy = value);
        change.place().ifPresent(value -> lieAt(value, grid.orElseThrow()));
        Map<String, String> changes = new LinkedHashMap<>();
        values().forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                changes.put(field, old + " -> " + value);
            }
        });
        // a version of its own even for an inspection without a finding
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
        return changes;
    }

    private void inspectEvery(int days) {
        cycleDays = days;
        LocalDate last = reviewedOn;
        if (last != null) {
            reviewBy = last.plusDays(days);
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("category", category.name());
        values.put("level", level.name());
        values.put("status", status.name());
        values.put("owner", owner);
        values.put("cycleDays", String.valueOf(cycleDays));
        values.put("reviewedOn", String.valueOf(reviewedOn));
        values.put("reviewBy", String.valueOf(reviewBy));
        values.put("note", note);
        values.put("location", place.getX() + ", " + place.getY());
        values.put("gridCode", gridCode);
        return values;
    }

    UUID id() {
        return id;
    }

    long version() {
        Long current = version;
        return current == null ? 0 : current;
    }

    String gridCode() {
        return gridCode;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    List<Double> lngLat() {
        return List.of(place.getX(), place.getY());
    }

    RiskPointProperties properties() {
        return new RiskPointProperties(
                id.toString(),
                name,
                category,
                level,
                status,
                owner,
                cycleDays,
                Optional.ofNullable(reviewedOn),
                Optional.ofNullable(reviewBy),
                note,
                gridCode,
                locationFlags.isEmpty() ? List.of() : List.of(locationFlags.split(",")),
                updatedAt,
                version());
    }

    MapFeature feature() {
        return new MapFeature(id.toString(), Optional.of(place), properties());
    }

    /** Without owner and note, which could name a person. */
    MapFeature featureForWall() {
        return new MapFeature(id.toString(), Optional.of(place), properties().withoutPeople());
    }
}
