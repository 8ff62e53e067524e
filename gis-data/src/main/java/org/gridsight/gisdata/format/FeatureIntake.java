package org.gridsight.gisdata.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.gisdata.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the readers put what they find. It checks each geometry, keeps faults by row, and converts at the end, because
 * some formats name their coordinate system last. Used by one thread.
 */
final class FeatureIntake {

    /** Points and characters one file may hold in all: about half a gigabyte of heap at the worst. */
    private static final long MOST_POINTS = 4_000_000;

    private static final long MOST_CHARS = 100_000_000;

    private record Taken(long row, Geometry source, Map<String, Object> attributes) {}

    private final ReadLimits limits;
    private final List<Taken> taken = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Crs> crs = Optional.empty();
    private String crsBasis = "";
    private Charset charset = StandardCharsets.UTF_8;
    private long points;
    private long chars;

    FeatureIntake(ReadLimits limits, Optional<Crs> given) {
        this.limits = limits;
        given.ifPresent(system -> {
            crs = given;
            crsBasis = "given by the caller";
        });
    }

    ReadLimits limits() {
        return limits;
    }

    void add(long row, Geometry source, Map<String, Object> attributes) {
        room(row);
        try {
            GeometryCheck.vertices(source.getNumPoints(), limits.vertices());
            spendPoints(row, source.getNumPoints());
            spendChars(row, attributes);
            GeometryCheck.sound(source);
            taken.add(new Taken(row, source, new LinkedHashMap<>(attributes)));
            columns.addAll(attributes.keySet());
        } catch (BadGeometry e) {
            faults.add(e.at(row));
        }
    }

    void fault(RowFault fault) {
        room(fault.row());
        faults.add(fault);
    }

    void columns(List<String> names) {
        columns.addAll(names);
    }

    void note(String remark) {
        notes.add(remark);
    }

    void charset(Charset used) {
        charset = used;
    }

    /** What the caller gave stands; the first system found comes next. */
    void foundCrs(Crs found, String basis) {
        if (crs.isEmpty()) {
            crs = Optional.of(found);
            crsBasis = basis;
        }
    }

    boolean knowsCrs() {
        return crs.isPresent();
    }

    FeatureTable finish(FileFormat format, String fileName) {
        Crs system = crs.orElseThrow(() -> new FileRefused(
                FileRefused.Reason.NO_CRS,
                fileName,
                "the file names no coordinate system; choose one, for instance EPSG:4548"));
        checkArea(system);
        List<Feature> features = new ArrayList<>(taken.size());
        for (Taken row : taken) {
            try {
                features.add(new Feature(
                        row.row(), GeometryCheck.degrees(row.source(), system), row.source(), row.attributes()));
            } catch (BadGeometry e) {
                faults.add(e.at(row.row()));
            }
        }
        faults.sort((a, b) -> Long.compare(a.row(), b.row()));
        return new FeatureTable(
                format,
                system,
                crsBasis,
                charset,
                List.copyOf(columns),
                features,
                faults,
                (long) features.size() + faults.size(),
                notes);
    }

    /** For readers that gather points before they hand over geometries. */
    void spendPoints(long row, long more) {
        points += more;
        if (points > MOST_POINTS) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_LARGE, "row " + row, "more than " + MOST_POINTS + " points in all");
        }
    }

    private void spendChars(long row, Map<String, Object> attributes) {
        for (Object value : attributes.values()) {
            chars += value instanceof String text ? text.length() : 1;
        }
        if (chars > MOST_CHARS) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_LARGE, "row " + row, "more than " + MOST_CHARS + " characters in all");
        }
    }

    /** The usual cause is a foot system delivered in metres, or the wrong belt. */
    private void checkArea(Crs system) {
        if (taken.isEmpty()
                || taken.stream()
                        .limit(20)
                        .anyMatch(row -> system.covers(row.source().getCoordinate()))) {
            return;
        }
        Coordinate sample = taken.get(0).source().getCoordinate();
        notes.add("the places lie outside the area of use of " + system
                + system.likelierUnit(sample)
                        .map(other -> "; is it " + other + "?")
                        .orElse(""));
    }

    private void room(long row) {
        if (taken.size() + faults.size() >= limits.rows()) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_MANY_ROWS, "row " + row, "more than " + limits.rows() + " rows");
        }
    }
}
