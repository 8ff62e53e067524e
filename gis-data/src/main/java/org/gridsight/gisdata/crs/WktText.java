package org.gridsight.gisdata.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;

/**
 * The text of a .prj. Files put east first whatever the text says of its axes, so axis clauses are dropped. A system that
 * is one of the register's CGCS2000 belts gets its EPSG name even where the text has none.
 */
final class WktText {

    private static final int LONGEST = 20_000;
    private static final Pattern AXIS = Pattern.compile("(?i),\\s*AXIS\\s*\\[[^\\]]*\\]");
    private static final Pattern OWN_CODE =
            Pattern.compile("(?i)AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*\\]\\s*\\]\\s*$");

    private static final String GREENWICH_DEGREES = "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String CGCS2000_DEGREES = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
            + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]]," + GREENWICH_DEGREES;
    private static final String WGS84_DEGREES = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]," + GREENWICH_DEGREES;

    private WktText() {}

    static Crs parse(String text) {
        String wkt = text.replace("\u0000", "").replace("\uFEFF", "").strip();
        if (wkt.isEmpty() || wkt.length() > LONGEST || depth(wkt) > 20) {
            throw CrsRegister.unknown(wkt, "not a coordinate system text");
        }
        Matcher own = OWN_CODE.matcher(wkt);
        if (own.find()) {
            return Crs.of("EPSG:" + own.group(1));
        }
        CoordinateReferenceSystem crs;
        try {
            crs = CRS.parseWKT(AXIS.matcher(wkt).replaceAll(""));
        } catch (FactoryException | RuntimeException e) {
            throw CrsRegister.unknown(wkt, "not a coordinate system text");
        }
        Optional<String> code = epsgOf(crs);
        if (code.isPresent()) {
            return Crs.of(code.get());
        }
        return CrsRegister.of("WKT:" + crs.getName().getCode(), crs, Optional.empty(), wkt);
    }

    /** For a .prj: ESRI's own wording for CGCS2000 and WGS 84, which every program reads; else OGC text without axes. */
    static String of(Crs crs) {
        String name = crs.name();
        if (name.equals("CGCS2000") || name.equals("EPSG:4490")) {
            return CGCS2000_DEGREES;
        }
        if (name.equals("WGS84") || name.equals("EPSG:4326")) {
            return WGS84_DEGREES;
        }
        if (!name.matches("EPSG:\\d+")) {
            throw CrsRegister.unknown(name, "it has no description other programs read; choose an EPSG system");
        }
        int code = Integer.parseInt(name.substring("EPSG:".length()));
        if (code >= 4513 && code <= 4554) {
            return belt(code);
        }
        try {
            return AXIS.matcher(oneLine(CRS.decode(name, true))).replaceAll("");
        } catch (FactoryException e) {
            throw new IllegalStateException(name + " was found before", e);
        }
    }

    private static String belt(int code) {
        boolean zone = code < 4534;
        int index = code - (zone ? 4513 : 4534);
        int meridian = 75 + 3 * index;
        int easting = 500_000 + (zone ? (25 + index) * 1_000_000 : 0);
        String name = zone ? "Zone_" + (25 + index) : "CM_" + meridian + "E";
        return "PROJCS[\"CGCS2000_3_Degree_GK_" + name + "\"," + CGCS2000_DEGREES
                + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\"," + easting
                + ".0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\"," + meridian
                + ".0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    private static Optional<String> epsgOf(CoordinateReferenceSystem crs) {
        String names = plain(oneLine(crs));
        boolean chinese = names.contains("CHINA2000") || names.contains("CHINAGEODETICCOORDINATESYSTEM2000");
        if (crs instanceof ProjectedCRS projected) {
            return chinese ? belt(projected) : Optional.empty();
        }
        String own = plain(crs.getName().getCode());
        if (chinese) {
            return Optional.of("EPSG:4490");
        }
        return own.equals("WGS84") || own.equals("GCSWGS1984") ? Optional.of("EPSG:4326") : Optional.empty();
    }

    /** EPSG 4513-4533 carry the zone number in the easting, 4534-4554 do not; both are 3-degree belts from 75 E. */
    private static Optional<String> belt(ProjectedCRS crs) {
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        if (GeoToolsShift.metresPerUnit(crs) != 1
                || !plain(crs.getConversionFromBase().getMethod().getName().getCode())
                        .contains("TRANSVERSEMERCATOR")) {
            return Optional.empty();
        }
        double meridian = values.parameter("central_meridian").doubleValue();
        double falseEasting = values.parameter("false_easting").doubleValue();
        long index = Math.round((meridian - 75) / 3);
        if (meridian != 75 + 3 * index
                || index < 0
                || index > 20
                || values.parameter("scale_factor").doubleValue() != 1
                || values.parameter("false_northing").doubleValue() != 0
                || values.parameter("latitude_of_origin").doubleValue() != 0) {
            return Optional.empty();
        }
        if (falseEasting == 500_000) {
            return Optional.of("EPSG:" + (4534 + index));
        }
        return falseEasting == 500_000 + (25 + index) * 1_000_000.0
                ? Optional.of("EPSG:" + (4513 + index))
                : Optional.empty();
    }

    /** Asking for no indentation keeps GeoTools from writing user preferences into the home folder. */
    private static String oneLine(CoordinateReferenceSystem crs) {
        return ((Formattable) crs).toWKT(0);
    }

    private static int depth(String wkt) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < wkt.length(); i++) {
            char c = wkt.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
