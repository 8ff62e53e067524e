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
import org.locationtech.jts.geom.Geometry;

/**
 * Where the readers put what they find. It checks each geometry, keeps faults by row, and converts at the end, because
 * some formats name their coordinate system last. Used by one thread.
 */
final class FeatureIntake {

    private record Taken(long row, Geometry source, Map<String, Object> attributes) {}

    private final ReadLimits limits;
    private final List<Taken> taken = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Crs> crs = Optional.empty();
    private String crsBasis = "";
    private Charset charset = StandardCharsets.UTF_8;

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

    private void room(long row) {
        if (taken.size() + faults.size() >= limits.rows()) {
            throw new FileRefused(
                    FileRefused.Reason.TOO_MANY_ROWS, "row " + row, "more than " + limits.rows() + " rows");
        }
    }
}
