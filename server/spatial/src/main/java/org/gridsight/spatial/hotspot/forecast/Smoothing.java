package org.gridsight.spatial.hotspot.forecast;

/**
 * Lays every cell's load out over its neighbours with a Gaussian, in two passes of a cut kernel. Load that would leave
 * the area stays inside it, so the sum is kept. Cost: squares of the box times twice the width of the kernel.
 */
final class Smoothing {

    private static final double CUT = 4;

    private final CellArea area;
    private final double[] kernel;
    private final double[] kept;

    Smoothing(CellArea area, double cells) {
        this.area = area;
        this.kernel = kernel(cells);
        double[] inside = new double[area.columns() * area.rows()];
        for (int cell = 0; cell < area.size(); cell++) {
            inside[area.square(cell)] = 1;
        }
        this.kept = spread(inside);
    }

    private static double[] kernel(double cells) {
        double[] half = new double[1 + (int) Math.max(1, Math.ceil(CUT * cells))];
        double sum = 0;
        for (int k = 0; k < half.length; k++) {
            half[k] = Math.exp(-k * k / (2 * cells * cells));
            sum += k == 0 ? half[k] : 2 * half[k];
        }
        for (int k = 0; k < half.length; k++) {
            half[k] /= sum;
        }
        return half;
    }

    /** A new array; the given one stays as it is. */
    double[] of(double[] load) {
        double[] squares = new double[area.columns() * area.rows()];
        for (int cell = 0; cell < load.length; cell++) {
            int square = area.square(cell);
            squares[square] = load[cell] / kept[square];
        }
        double[] spread = spread(squares);
        double[] smooth = new double[load.length];
        for (int cell = 0; cell < load.length; cell++) {
            smooth[cell] = spread[area.square(cell)];
        }
        return smooth;
    }

    private double[] spread(double[] squares) {
        double[] along = new double[squares.length];
        for (int square = 0; square < squares.length; square++) {
            if (squares[square] != 0) {
                lay(along, squares[square], square, true);
            }
        }
        double[] both = new double[squares.length];
        for (int square = 0; square < squares.length; square++) {
            if (along[square] != 0) {
                lay(both, along[square], square, false);
            }
        }
        return both;
    }

    /** Adds a load around a square, along its row or along its column. */
    private void lay(double[] target, double load, int square, boolean row) {
        int step = row ? 1 : area.columns();
        int at = row ? square % area.columns() : square / area.columns();
        int last = (row ? area.columns() : area.rows()) - 1;
        int from = Math.max(0, at - kernel.length + 1);
        int to = Math.min(last, at + kernel.length - 1);
        for (int i = from; i <= to; i++) {
            target[square + (i - at) * step] += load * kernel[Math.abs(i - at)];
        }
    }
}
