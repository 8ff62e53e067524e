package org.gridsight.spatial.hotspot.forecast;

import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;

/** The cells of an area as a picture: where each lies in the box around them, and how many make a share. Immutable. */
final class CellArea {

    /** Of the box: a forecast holds a few numbers for each. */
    static final int MOST_SQUARES = 4_000_000;

    private final SquareCells cells;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;

    /** @throws UnusableInput when there is no cell */
    CellArea(SquareCells cells) {
        if (cells.size() == 0) {
            throw new UnusableInput("there is no cell: the area is empty");
        }
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int cell = 0; cell < cells.size(); cell++) {
            minX = Math.min(minX, cells.ix(cell));
            minY = Math.min(minY, cells.iy(cell));
            maxX = Math.max(maxX, cells.ix(cell));
            maxY = Math.max(maxY, cells.iy(cell));
        }
        if (((long) maxX - minX + 1) * ((long) maxY - minY + 1) > MOST_SQUARES) {
            throw new UnusableInput("the box around the area holds more than " + MOST_SQUARES + " cells of "
                    + cells.side() + " m; take larger cells");
        }
        this.cells = cells;
        this.west = minX;
        this.south = minY;
        this.columns = maxX - minX + 1;
        this.rows = maxY - minY + 1;
    }

    double cellMetres() {
        return cells.side();
    }

    int size() {
        return cells.size();
    }

    /** The cell that holds a place, or -1 when there is none. */
    int at(double x, double y) {
        return cells.at(x, y);
    }

    /**
     * How many cells make up a share of the area, rounded down.
     *
     * @throws UnusableInput when it is less than one cell or the whole area
     */
    int cellsIn(double share) {
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

    /** The place of a cell in the box, row by row from the south-west. */
    int square(int cell) {
        return (cells.iy(cell) - south) * columns + cells.ix(cell) - west;
    }
}
