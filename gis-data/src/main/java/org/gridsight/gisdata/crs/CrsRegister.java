package org.gridsight.gisdata.crs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds a system by its name. Decoding takes GeoTools up to two seconds the first time and milliseconds later, so what was
 * found is kept: immutable entries, any thread, at most {@value #MOST_KEPT}.
 */
final class CrsRegister {

    static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private static final Pattern EPSG = Pattern.compile(
            "(?:EPSG:|URN:OGC:DEF:CRS:EPSG:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/)?([0-9]{4,6})");
    private static final Pattern CRS84 = Pattern.compile("(?:URN:OGC:DEF:CRS:)?OGC:(?:[0-9.]*:)?CRS84|CRS84");
    private static final Map<String, Double> METRES_PER_UNIT =
            Map.of("m", 1.0, "km", 1000.0, "ft", 0.3048, "us-ft", 1200.0 / 3937);
    private static final int MOST_KEPT = 500;
    private static final Map<String, Crs> FOUND = new ConcurrentHashMap<>();

    private CrsRegister() {}

    static Crs find(String name) {
        Crs known = FOUND.get(name);
        if (known != null) {
            return known;
        }
        Crs found = build(name);
        if (FOUND.size() < MOST_KEPT) {
            FOUND.put(name, found);
        }
        return found;
    }

    private static Crs build(String name) {
        String[] parts = name.split(";", 2);
        String system = parts[0].strip().toUpperCase(Locale.ROOT);
        Matcher epsg = EPSG.matcher(system);
        if (epsg.matches()) {
            return ofEpsg(epsg.group(1), parts.length == 2 ? parts[1].strip() : "", name);
        }
        if (parts.length == 2) {
            throw unknown(name, "only EPSG systems take a ';unit='");
        }
        if (CRS84.matcher(system).matches()) {
            return new Crs("WGS84", DegreesShift.WGS84, WORLD, 0);
        }
        return switch (system.replaceAll("[-_ ]", "")) {
            case "WGS84" -> new Crs("WGS84", DegreesShift.WGS84, WORLD, 0);
            case "CGCS2000" -> new Crs("CGCS2000", DegreesShift.CGCS2000, WORLD, 0);
            case "GCJ02" -> new Crs("GCJ02", new Gcj02Shift(), WORLD, 0);
            case "BD09" -> new Crs("BD09", new Bd09Shift(), WORLD, 0);
            default -> throw unknown(name, "use WGS84, CGCS2000, GCJ02, BD09 or EPSG:n");
        };
    }

    private static Crs ofEpsg(String code, String option, String asked) {
        String name = "EPSG:" + code;
        CoordinateReferenceSystem crs;
        try {
            crs = CRS.decode(name, true);
        } catch (FactoryException e) {
            throw unknown(asked, "the EPSG register has no such system");
        }
        return of(name, crs, metresPerUnit(option, asked), asked);
    }

    /** @param metresPerUnit empty: the unit of the system itself */
    static Crs of(String name, CoordinateReferenceSystem crs, Optional<Map.Entry<String, Double>> unit, String asked) {
        if (!(crs instanceof ProjectedCRS || crs instanceof GeographicCRS)
                || crs.getCoordinateSystem().getDimension() != 2) {
            throw unknown(asked, "not a system of two horizontal axes");
        }
        double own = GeoToolsShift.metresPerUnit(crs);
        Envelope area = GeoToolsShift.areaOfUse(crs);
        try {
            Shift shift = switch (name) {
                case "EPSG:4490" -> DegreesShift.CGCS2000;
                case "EPSG:4326" -> DegreesShift.WGS84;
                default -> GeoToolsShift.of(crs, name);
            };
            if (unit.isEmpty()) {
                return new Crs(name, shift, area, own);
            }
            if (own == 0) {
                throw unknown(asked, "degrees take no other unit");
            }
            String label = unit.get().getKey();
            double metres = unit.get().getValue();
            return new Crs(name + ";unit=" + label, new UnitShift(shift, metres / own, label), area, metres);
        } catch (FactoryException e) {
            throw unknown(asked, "there is no way from it to degrees");
        }
    }

    private static Optional<Map.Entry<String, Double>> metresPerUnit(String option, String asked) {
        if (option.isEmpty()) {
            return Optional.empty();
        }
        String unit = option.startsWith("unit=") ? option.substring("unit=".length()) : "";
        Double metres = METRES_PER_UNIT.get(unit);
        if (metres == null) {
            throw unknown(asked, "after ';' only unit=m, unit=km, unit=ft or unit=us-ft");
        }
        return Optional.of(Map.entry(unit, metres));
    }

    static CrsRefused unknown(String value, String advice) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
        return new CrsRefused(
                CrsRefused.Reason.UNKNOWN_SYSTEM, "unknown coordinate system \"" + shown + "\": " + advice);
    }
}
