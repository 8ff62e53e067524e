package org.gridsight.spatial.sight;

/**
 * The unit vector that a matrix makes as short as possible: the right singular vector of its smallest singular value.
 * Method: one-sided Jacobi rotations, M. R. Hestenes, "Inversion of matrices by biorthogonalization", SIAM J. 6, 1958;
 * unlike the eigenvectors of the squared matrix it keeps all digits.
 */
final class NullVector {

    private static final int MAX_SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-15;

    private NullVector() {}

    /** {@code columns}: the matrix column by column; used up. */
    static double[] of(double[][] columns) {
        int n = columns.length;
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) {
            turned[i][i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < MAX_SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int i = 0; i < n - 1; i++) {
                for (int j = i + 1; j < n; j++) {
                    rotated |= rotate(columns, turned, i, j);
                }
            }
        }
        int shortest = 0;
        for (int i = 1; i < n; i++) {
            if (dot(columns[i], columns[i]) < dot(columns[shortest], columns[shortest])) {
                shortest = i;
            }
        }
        return turned[shortest];
    }

    /** Makes two columns orthogonal; false when they are already. */
    private static boolean rotate(double[][] columns, double[][] turned, int i, int j) {
        double ii = dot(columns[i], columns[i]);
        double jj = dot(columns[j], columns[j]);
        double ij = dot(columns[i], columns[j]);
        if (Math.abs(ij) <= ORTHOGONAL * Math.sqrt(ii * jj)) {
            return false;
        }
        double zeta = (jj - ii) / (2 * ij);
        double tan = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cos = 1 / Math.sqrt(1 + tan * tan);
        turn(columns, i, j, cos, cos * tan);
        turn(turned, i, j, cos, cos * tan);
        return true;
    }

    private static void turn(double[][] columns, int i, int j, double cos, double sin) {
        for (int row = 0; row < columns[i].length; row++) {
            double left = columns[i][row];
            double right = columns[j][row];
            columns[i][row] = cos * left - sin * right;
            columns[j][row] = sin * left + cos * right;
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int row = 0; row < one.length; row++) {
            sum += one[row] * other[row];
        }
        return sum;
    }
}
