package org.gridsight.spatial.hotspot;

import java.util.Arrays;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Square cells of a plane: the cell of a point is {@code floor(x / side), floor(y / side)}. Either all cells of the
 * range that holds the points, or those whose centre lies inside an area, empty ones too in both. Numbered by ix, then
 * iy. Memory: 4 bytes for each cell of the range, 4 more for each one inside.
 */
public final class SquareCells {

    /** Most cells of the range: more is a cell side that does not fit the town. */
    public static final int MOST_CELLS = 1 << 24;

    private final double side;
    private final int firstX;
    private final int firstY;
    private final int columns;
    private final int rows;
    /** The cell at each place of the range, column by column, or -1 for none. */
    private final int[] cellAt;
    /** The place of each cell in the range. */
    private final int[] placeOf;

    private SquareCells(double side, Range range, boolean[] inside) {
        this.side = side;
        this.firstX = range.firstX;
        this.firstY = range.firstY;
        this.columns = range.columns;
        this.rows = range.rows;
        this.cellAt = new int[columns * rows];
        int[] places = new int[cellAt.length];
        int cells = 0;
        for (int place = 0; place < cellAt.length; place++) {
            cellAt[place] = -1;
            if (inside.length == 0 || inside[place]) {
                cellAt[place] = cells;
                places[cells++] = place;
            }
        }
        this.placeOf = Arrays.copyOf(places, cells);
    }

    /** All cells between the outermost occupied ones; none when there are no points. */
    public static SquareCells covering(PlanarPoints points, double side) {
        Envelope box = new Envelope();
        for (int i = 0; i < points.size(); i++) {
            box.expandToInclude(points.x(i), points.y(i));
        }
        return new SquareCells(side, new Range(box, side), new boolean[0]);
    }

    /**
     * The cells whose centre lies inside an area.
     *
     * @throws UnusableInput when there is none
     */
    public static SquareCells inside(Geometry area, double side) {
        Range range = new Range(area.getEnvelopeInternal(), side);
        boolean[] inside = new boolean[range.columns * range.rows];
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                cross(polygon.getExteriorRing().getCoordinates(), range, side, inside);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    cross(polygon.getInteriorRingN(hole).getCoordinates(), range, side, inside);
                }
            }
        }
        SquareCells cells = new SquareCells(side, range, inside);
        if (cells.size() == 0) {
            throw new UnusableInput(
                    "no cell of side " + side + " has its centre inside the area; is the area in metres, too?");
        }
        return cells;
    }

    /** Turns all centres above each edge over; what was turned an odd number of times lies inside. */
    private static void cross(Coordinate[] ring, Range range, double side, boolean[] inside) {
        for (int i = 1; i < ring.length; i++) {
            Coordinate west = ring[i - 1].x <= ring[i].x ? ring[i - 1] : ring[i];
            Coordinate east = west == ring[i] ? ring[i - 1] : ring[i];
            int from = Math.max(0, firstCentreFrom(west.x, side, range.firstX));
            int to = Math.min(range.columns, firstCentreFrom(east.x, side, range.firstX));
            for (int column = from; column < to; column++) {
                double x = (range.firstX + column + 0.5) * side;
                double y = west.y + (east.y - west.y) * ((x - west.x) / (east.x - west.x));
                int row = Math.max(0, firstCentreFrom(y, side, range.firstY));
                for (int place = column * range.rows + row; place < (column + 1) * range.rows; place++) {
                    inside[place] = !inside[place];
                }
            }
        }
    }

    /** The first cell, counted from the range's first, whose centre is not before a coordinate. */
    private static int firstCentreFrom(double value, double side, int first) {
        return (int) Math.ceil(value / side - 0.5) - first;
    }

    public int size() {
        return placeOf.length;
    }

    public double side() {
        return side;
    }

    public int ix(int cell) {
        return firstX + placeOf[cell] / rows;
    }

    public int iy(int cell) {
        return firstY + placeOf[cell] % rows;
    }

    /** Metres to the east of the centre of a cell. */
    public double centreX(int cell) {
        return (ix(cell) + 0.5) * side;
    }

    /** Metres to the north of the centre of a cell. */
    public double centreY(int cell) {
        return (iy(cell) + 0.5) * side;
    }

    /** The cell that holds a point, or -1 when there is none. */
    public int at(double x, double y) {
        double column = Math.floor(x / side) - firstX;
        double row = Math.floor(y / side) - firstY;
        boolean there = column >= 0 && column < columns && row >= 0 && row < rows;
        return there ? cellAt[(int) column * rows + (int) row] : -1;
    }

    /** How many points lie in each cell; points in none are left out. */
    public double[] counts(PlanarPoints points) {
        double[] counts = new double[size()];
        for (int i = 0; i < points.size(); i++) {
            int cell = at(points.x(i), points.y(i));
            if (cell >= 0) {
                counts[cell]++;
            }
        }
        return counts;
    }

    /** Each cell with the up to eight around it. */
    public Neighbourhood queen() {
        return new SquareNeighbourhood(this, new int[] {1, 1});
    }

    /** Each cell with those whose centre is at most {@code metres} from its own. */
    public Neighbourhood within(double metres) {
        if (!(metres > 0)) {
            throw new UnusableInput("the distance must be above 0, was " + metres);
        }
        // centres lie whole sides apart; a rounding error must not lose those exactly on the circle
        double reach = metres / side * (1 + 1e-9);
        int[] half = new int[1 + (int) Math.min(reach, Math.max(0, columns - 1))];
        for (int away = 0; away < half.length; away++) {
            half[away] = (int) Math.min(Math.sqrt(reach * reach - (double) away * away), Math.max(0, rows - 1));
        }
        return new SquareNeighbourhood(this, half);
    }

    /** Western border of the range, metres. */
    double originX() {
        return firstX * side;
    }

    /** Southern border of the range, metres. */
    double originY() {
        return firstY * side;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Column by column; not to be changed. */
    int[] cellAt() {
        return cellAt;
    }

    /** Not to be changed. */
    int[] placeOf() {
        return placeOf;
    }

    /** The cells that a box touches. */
    private static final class Range {

        final int firstX;
        final int firstY;
        final int columns;
        final int rows;

        Range(Envelope box, double side) {
            if (!(side > 0) || Double.isInfinite(side)) {
                throw new UnusableInput("the cell side must be above 0, was " + side);
            }
            if (box.isNull()) {
                firstX = firstY = columns = rows = 0;
                return;
            }
            double west = Math.floor(box.getMinX() / side);
            double south = Math.floor(box.getMinY() / side);
            double width = Math.floor(box.getMaxX() / side) - west + 1;
            double height = Math.floor(box.getMaxY() / side) - south + 1;
            if (!(Math.abs(west) < 1e9 && Math.abs(south) < 1e9)) {
                throw new UnusableInput("cells of side " + side + " would have numbers up to "
                        + Math.max(Math.abs(west), Math.abs(south)) + ", at most 1e9 are possible; take a larger cell");
            }
            if (!(width * height <= MOST_CELLS)) {
                throw new UnusableInput("cells of side " + side + " would be " + width + " x " + height + ", at most "
                        + MOST_CELLS + " are possible; take a larger cell");
            }
            firstX = (int) west;
            firstY = (int) south;
            columns = (int) width;
            rows = (int) height;
        }
    }
}
