package org.gridsight.gisdata.crs;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A coordinate reference system and its way to and from CGCS2000 degrees. x is always east and y north, whatever order
 * the authority lists the axes in. Immutable, safe for any thread; the first EPSG code of a process takes up to two
 * seconds, so a program warms up with {@code Crs.of("EPSG:4490")} in the background.
 */
public final class Crs {

    private final String name;
    private final Shift shift;
    private final Envelope areaOfUse;
    private final double metresPerUnit;

    Crs(String name, Shift shift, Envelope areaOfUse, double metresPerUnit) {
        this.name = name;
        this.shift = shift;
        this.areaOfUse = areaOfUse;
        this.metresPerUnit = metresPerUnit;
    }

    /**
     * {@code WGS84}, {@code CGCS2000}, {@code GCJ02}, {@code BD09}, {@code EPSG:n} (also as OGC URN). When the numbers come
     * in another unit than the register says, add it: {@code EPSG:2913;unit=m} (units m, km, ft, us-ft).
     *
     * @throws CrsRefused naming the value when there is no such system
     */
    public static Crs of(String name) {
        return CrsRegister.find(name.strip());
    }

    /** The system of a shapefile's .prj text (OGC or ESRI style). */
    public static Crs fromWkt(String wkt) {
        return WktText.parse(wkt);
    }

    /**
     * The description for a .prj or a GeoPackage.
     *
     * @throws CrsRefused for GCJ-02, BD-09 and unit overrides, which have none
     */
    public String toWkt() {
        return WktText.of(this);
    }

    /** What everything is stored in. */
    public static Crs cgcs2000() {
        return of("CGCS2000");
    }

    /**
     * A metre system good around a place: the 3-degree Gauss-Kruger belt of CGCS2000 in and near China, else UTM on
     * WGS 84.
     */
    public static Crs metricAt(Coordinate degrees) {
        if (degrees.x >= 73.5 && degrees.x < 136.5 && degrees.y >= 3 && degrees.y <= 54) {
            return of("EPSG:" + (4534 + (int) Math.round((degrees.x - 75) / 3)));
        }
        int zone = Math.min(60, (int) Math.floor((degrees.x + 180) / 6) + 1);
        return of("EPSG:" + ((degrees.y < 0 ? 32700 : 32600) + zone));
    }

    /** Can be given to {@link #of} again, unless it came from a .prj text that names no EPSG system. */
    public String name() {
        return name;
    }

    /** True when the numbers are angles, so that lengths and areas must not be taken in them. */
    public boolean isDegrees() {
        return metresPerUnit == 0;
    }

    public String method() {
        return shift.method();
    }

    public double accuracyMetres() {
        return shift.accuracyMetres();
    }

    /** In degrees; the whole world when the register does not say. */
    public Envelope areaOfUse() {
        return areaOfUse.copy();
    }

    /** @throws CrsRefused when the coordinate is not finite or leads off the Earth */
    public Coordinate toCgcs2000(Coordinate source) {
        Coordinate degrees = finite(source) ? shift.toCgcs2000(source) : source;
        if (!(Math.abs(degrees.x) <= 180 && Math.abs(degrees.y) <= 90)) {
            throw refused(source, "no place on Earth");
        }
        return degrees;
    }

    /** @throws CrsRefused when the system does not reach the place */
    public Coordinate fromCgcs2000(Coordinate degrees) {
        Coordinate there = finite(degrees) ? shift.fromCgcs2000(degrees) : degrees;
        if (!finite(there)) {
            throw refused(degrees, "out of reach of the system");
        }
        return there;
    }

    /** A new geometry; heights and measures are dropped. */
    public Geometry toCgcs2000(Geometry source) {
        return moved(source, true);
    }

    /** A new geometry; heights and measures are dropped. */
    public Geometry fromCgcs2000(Geometry degrees) {
        return moved(degrees, false);
    }

    /**
     * The same system in metres or feet, when a sample lies outside the area of use as it stands but inside with that
     * unit: the usual cause is a foot system delivered in metres.
     */
    public Optional<Crs> likelierUnit(Coordinate sample) {
        if (isDegrees() || !name.startsWith("EPSG:") || covers(sample)) {
            return Optional.empty();
        }
        String code = name.split(";", 2)[0];
        return List.of("m", "ft", "us-ft").stream()
                .map(unit -> of(code + ";unit=" + unit))
                .filter(other -> other.covers(sample))
                .findFirst();
    }

    /** Whether a coordinate of this system lies in its area of use. */
    public boolean covers(Coordinate source) {
        try {
            return areaOfUse.covers(toCgcs2000(source));
        } catch (CrsRefused offTheEarth) {
            return false;
        }
    }

    private Geometry moved(Geometry geometry, boolean toDegrees) {
        // a factory of our own: the geometry's may hand out sequences that share their numbers with the source
        Geometry copy = new GeometryFactory(geometry.getPrecisionModel(), geometry.getSRID()).createGeometry(geometry);
        copy.apply(new EachCoordinate(this, toDegrees));
        copy.geometryChanged();
        return copy;
    }

    private CrsRefused refused(Coordinate coordinate, String why) {
        return new CrsRefused(
                CrsRefused.Reason.BAD_COORDINATE,
                "coordinate " + coordinate.x + ", " + coordinate.y + " in " + name + ": " + why);
    }

    private static boolean finite(Coordinate coordinate) {
        return Double.isFinite(coordinate.x) && Double.isFinite(coordinate.y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && crs.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Rewrites the coordinates of a copy in place. */
    private record EachCoordinate(Crs crs, boolean toDegrees) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int index) {
            Coordinate in = new Coordinate(sequence.getX(index), sequence.getY(index));
            Coordinate out = toDegrees ? crs.toCgcs2000(in) : crs.fromCgcs2000(in);
            sequence.setOrdinate(index, CoordinateSequence.X, out.x);
            sequence.setOrdinate(index, CoordinateSequence.Y, out.y);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
