package org.gridsight.spatial.sight;

/** A map between two planes in homogeneous coordinates: nine numbers, row by row. */
record Matrix3(double[] m) {

    /** Moves the middle of points to the origin and scales their mean distance from it to the root of two (Hartley). */
    static Matrix3 normalising(double[][] points) {
        double x = 0;
        double y = 0;
        for (double[] point : points) {
            x += point[0] / points.length;
            y += point[1] / points.length;
        }
        double away = 0;
        for (double[] point : points) {
            away += Math.hypot(point[0] - x, point[1] - y) / points.length;
        }
        double scale = Math.sqrt(2) / away;
        return new Matrix3(new double[] {scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1});
    }

    Matrix3 times(Matrix3 right) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * row + column] += m[3 * row + k] * right.m[3 * k + column];
                }
            }
        }
        return new Matrix3(product);
    }

    /** The inverse up to a positive or negative factor, which maps of planes do not have. */
    Matrix3 adjugate() {
        return new Matrix3(new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        });
    }

    double determinant() {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                + m[1] * (m[5] * m[6] - m[3] * m[8])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    /** The same map with every number times a factor. */
    Matrix3 scaled(double factor) {
        double[] scaled = new double[9];
        for (int i = 0; i < 9; i++) {
            scaled[i] = m[i] * factor;
        }
        return new Matrix3(scaled);
    }

    /** The third homogeneous coordinate: zero on the line that is mapped to infinity. */
    double weight(double x, double y) {
        return m[6] * x + m[7] * y + m[8];
    }

    double x(double x, double y) {
        return (m[0] * x + m[1] * y + m[2]) / weight(x, y);
    }

    double y(double x, double y) {
        return (m[3] * x + m[4] * y + m[5]) / weight(x, y);
    }
}
