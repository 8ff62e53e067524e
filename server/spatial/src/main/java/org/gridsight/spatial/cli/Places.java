package org.gridsight.spatial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridsight.spatial.LocalPlane;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.jspecify.annotations.Nullable;

/**
 * The points of an input file in metres, in the order of its rows, with ids and times when it has them. Degrees are
 * projected around their median; degrees given as metres, and latitude given as longitude, are refused.
 */
final class Places {

    private static final long DAY = 86_400;
    private static final double HIGHEST_LATITUDE = 85;
    private static final double SMALLEST_TOWN = 3;

    private final PlanarPoints points;
    private final @Nullable TextColumn ids;
    private final long[] seconds;
    private final @Nullable LocalPlane plane;

    private Places(PlanarPoints points, @Nullable TextColumn ids, long[] seconds, @Nullable LocalPlane plane) {
        this.points = points;
        this.ids = ids;
        this.seconds = seconds;
        this.plane = plane;
    }

    static Places read(Options options) throws IOException {
        boolean degrees = options.has(Option.LON) || options.has(Option.LAT);
        if (degrees && (options.has(Option.X) || options.has(Option.Y))) {
            throw new UnusableInput("give --x and --y, or --lon and --lat, not both");
        }
        NumberColumn east = new NumberColumn(options.text(degrees ? Option.LON : Option.X));
        NumberColumn north = new NumberColumn(options.text(degrees ? Option.LAT : Option.Y));
        checkNames(degrees, east.name(), north.name());
        TextColumn ids = new TextColumn("id", false);
        List<Column> columns = new ArrayList<>(List.of(east, north, ids));
        TimeColumn times = null;
        if (options.has(Option.T)) {
            times = new TimeColumn(options.text(Option.T));
            columns.add(times);
        }
        int rows = CsvReader.read(Path.of(options.text(Option.IN)), columns);
        LocalPlane plane = null;
        PlanarPoints points;
        if (degrees) {
            double[] lng = east.values();
            double[] lat = north.values();
            checkDegrees(lng, lat);
            plane = LocalPlane.amid(lng, lat);
            points = plane.project(lng, lat);
        } else {
            double[] x = east.values();
            double[] y = north.values();
            checkRange(east.name(), x);
            checkRange(north.name(), y);
            points = PlanarPoints.of(x, y);
            checkMetres(points);
        }
        return new Places(
                points,
                rows > 0 && ids.size() == rows ? ids : null,
                times == null ? new long[0] : times.seconds(),
                plane);
    }

    private static void checkNames(boolean degrees, String east, String north) {
        String x = east.toLowerCase(Locale.ROOT);
        String y = north.toLowerCase(Locale.ROOT);
        if (east.equals(north)) {
            throw new UnusableInput("both coordinates are the column " + east);
        }
        if (x.startsWith("lat") && (y.startsWith("lon") || y.startsWith("lng"))) {
            throw new UnusableInput("columns " + east + " and " + north + " are swapped: longitude is east, x");
        }
        if (!degrees && (x.matches("lon(gitude)?|lng") || y.matches("lat(itude)?"))) {
            throw new UnusableInput(
                    "columns " + east + " and " + north + " hold degrees: give them as --lon and --lat");
        }
    }

    private static void checkRange(String name, double[] metres) {
        for (int i = 0; i < metres.length; i++) {
            if (Math.abs(metres[i]) > PlanarPoints.LARGEST) {
                throw new UnusableInput(
                        "row " + (i + 1) + ": " + name + " is " + metres[i] + ", metres must lie between -1e8 and 1e8");
            }
        }
    }

    private static void checkDegrees(double[] lng, double[] lat) {
        for (int i = 0; i < lng.length; i++) {
            if (Math.abs(lat[i]) > HIGHEST_LATITUDE) {
                throw new UnusableInput("row " + (i + 1) + ": latitude " + lat[i]
                        + " is no place where people live; are longitude and latitude swapped?");
            }
            if (!(Math.abs(lng[i]) <= 180)) {
                throw new UnusableInput("row " + (i + 1) + ": longitude " + lng[i] + " must lie in -180..180 degrees");
            }
        }
    }

    /** Refuses a town of a few metres at coordinates that look like degrees; a small plan at the origin is fine. */
    private static void checkMetres(PlanarPoints points) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = west;
        double north = east;
        for (int i = 0; i < points.size(); i++) {
            west = Math.min(west, points.x(i));
            east = Math.max(east, points.x(i));
            south = Math.min(south, points.y(i));
            north = Math.max(north, points.y(i));
        }
        double extent = Math.max(east - west, north - south);
        double nearest = Math.min(Math.abs(east + west), Math.abs(north + south)) / 2;
        double wide = Math.max(east, -west);
        double high = Math.max(north, -south);
        boolean likeDegrees = Math.max(wide, high) <= 180 && Math.min(wide, high) <= 90;
        if (likeDegrees && extent > 0 && extent < SMALLEST_TOWN && nearest > 10 * extent) {
            throw new UnusableInput("all points lie within " + extent + " m of each other near " + west + ", " + south
                    + ": these look like degrees, give them as --lon and --lat");
        }
    }

    PlanarPoints points() {
        return points;
    }

    int size() {
        return points.size();
    }

    /** The column {@code id}, when the file has one. */
    @Nullable
    TextColumn ids() {
        return ids;
    }

    /** Local seconds since 1970 by point; empty without {@code --t}. A copy. */
    long[] seconds() {
        return seconds.clone();
    }

    /** Local calendar days since 1970 by point; empty without {@code --t}. */
    int[] days() {
        int[] days = new int[seconds.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = (int) Math.floorDiv(seconds[i], DAY);
        }
        return days;
    }

    /** Other places given like the points: metres as they are, degrees in the plane of the points. */
    PlanarPoints inSamePlane(double[] east, double[] north) {
        return plane == null ? PlanarPoints.of(east, north) : plane.project(east, north);
    }

    /** Key figures to begin with: how many points and, for degrees, where the plane touches and how true it is. */
    Json figures() {
        Json figures = new Json().put("points", size());
        if (plane != null) {
            figures.put(
                    "plane",
                    new Json()
                            .put("lon", plane.origin().lng())
                            .put("lat", plane.origin().lat())
                            .put("scaleError", LocalPlane.scaleError(points)));
        }
        return figures;
    }
}
