package org.gridsight.spatial.hotspot.forecast;

import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Square cells whose centre lies in an area. A cell is {@code floor(x / cell), floor(y / cell)}, so two areas share
 * their cells; cells are numbered from 0, row by row from the south, each row from the west. Immutable.
 */
public final class CellArea {

    /** Squares over the box of the area at most. */
    public static final int MOST_SQUARES = 4_000_000;

    private static final int OUTSIDE = -1;

    private final double cellMetres;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final int[] numberOfSquare;
    private final int[] squareOfNumber;

    private CellArea(Geometry area, double cellMetres) {
        Envelope box = area.getEnvelopeInternal();
        this.cellMetres = cellMetres;
        this.west = (int) Math.floor(box.getMinX() / cellMetres);
        this.south = (int) Math.floor(box.getMinY() / cellMetres);
        this.columns = (int) Math.floor(box.getMaxX() / cellMetres) - west + 1;
        this.rows = (int) Math.floor(box.getMaxY() / cellMetres) - south + 1;
        this.numberOfSquare = new int[columns * rows];
        this.squareOfNumber = number(area);
    }

    /**
     * The cells of an area in metres.
     *
     * @throws UnusableInput when it is empty, holds the centre of no cell, or is too large for such small cells
     */
    public static CellArea of(Geometry area, double cellMetres) {
        if (!(cellMetres > 0 && cellMetres <= 1e6)) {
            throw new UnusableInput("the cell is " + cellMetres + " m, it must be above 0 and at most 1000 km");
        }
        if (area.isEmpty() || area.getDimension() < 2) {
            throw new UnusableInput("the area is empty or a line, it must be a polygon");
        }
        Envelope box = area.getEnvelopeInternal();
        double squares = (box.getWidth() / cellMetres + 2) * (box.getHeight() / cellMetres + 2);
        if (!(squares <= MOST_SQUARES)
                || !(Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())) / cellMetres < 1e9)
                || !(Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) / cellMetres < 1e9)) {
            throw new UnusableInput("cells of " + cellMetres + " m are too small for an area of "
                    + Math.round(box.getWidth()) + " by " + Math.round(box.getHeight()) + " m: at most " + MOST_SQUARES
                    + " squares");
        }
        CellArea cells = new CellArea(area, cellMetres);
        if (cells.size() == 0) {
            throw new UnusableInput("no cell of " + cellMetres + " m has its centre in the area");
        }
        return cells;
    }

    private int[] number(Geometry area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        int[] squares = new int[numberOfSquare.length];
        int count = 0;
        Coordinate centre = new Coordinate();
        for (int square = 0; square < squares.length; square++) {
            centre.setX((west + square % columns + 0.5) * cellMetres);
            centre.setY((south + square / columns + 0.5) * cellMetres);
            boolean inside = locator.locate(centre) != Location.EXTERIOR;
            numberOfSquare[square] = inside ? count : OUTSIDE;
            if (inside) {
                squares[count++] = square;
            }
        }
        return Arrays.copyOf(squares, count);
    }

    public double cellMetres() {
        return cellMetres;
    }

    /** The number of cells. */
    public int size() {
        return squareOfNumber.length;
    }

    /** Column of a cell: its west side lies at {@code ix * cellMetres}. */
    public int ix(int cell) {
        return west + squareOfNumber[cell] % columns;
    }

    /** Row of a cell: its south side lies at {@code iy * cellMetres}. */
    public int iy(int cell) {
        return south + squareOfNumber[cell] / columns;
    }

    /** The cell that holds a place, or -1 when there is none. */
    public int at(double x, double y) {
        double column = Math.floor(x / cellMetres) - west;
        double row = Math.floor(y / cellMetres) - south;
        boolean within = column >= 0 && column < columns && row >= 0 && row < rows;
        return within ? numberOfSquare[(int) row * columns + (int) column] : OUTSIDE;
    }

    /**
     * How many cells make up a share of the area, rounded down.
     *
     * @throws UnusableInput when it is less than one cell or the whole area
     */
    public int cellsIn(double share) {
        if (!(share > 0 && share < 1)) {
            throw new UnusableInput("the share of the area is " + share + ", it must lie between 0 and 1");
        }
        // a share like 0.07 of 100 cells is 7 cells although 0.07 * 100 is a little more or less
        int count = (int) Math.floor(share * size() + 1e-9);
        if (count < 1) {
            throw new UnusableInput("a share of " + share + " of " + size()
                    + " cells is less than one cell; take smaller cells or a larger share");
        }
        return count;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The place of a cell in the box of the area, row by row. */
    int square(int cell) {
        return squareOfNumber[cell];
    }

    /** The cell at a place of the box, or -1. */
    int cellOfSquare(int square) {
        return numberOfSquare[square];
    }
}
