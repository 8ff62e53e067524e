package org.gridsight.gisdata.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row with a place.
 *
 * @param row from 1, as in the file
 * @param geometry CGCS2000 degrees, longitude first; not to be changed
 * @param source as delivered, in the system of the file; not to be changed
 * @param attributes in column order; values are String, Long, Double, Boolean or LocalDate, absent ones are left out
 */
public record Feature(long row, Geometry geometry, Geometry source, Map<String, Object> attributes) {

    public Feature {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A feature of our own making, for writing. */
    public static Feature of(long row, Geometry degrees, Map<String, Object> attributes) {
        return new Feature(row, degrees, degrees, attributes);
    }

    /** The value as text; empty when absent or blank. */
    public Optional<String> text(String column) {
        return Optional.ofNullable(attributes.get(column))
                .map(value -> String.valueOf(value).strip())
                .filter(text -> !text.isEmpty());
    }
}
