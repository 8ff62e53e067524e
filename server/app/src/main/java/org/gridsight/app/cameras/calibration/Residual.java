package org.gridsight.app.cameras.calibration;

import java.util.Arrays;

/** How far pairs are off after the fit: root of the mean square, and the worst. */
record Residual(double rms, double max) {

    static Residual of(double[] each) {
        double squares = Arrays.stream(each).map(r -> r * r).average().orElse(0);
        return new Residual(Math.sqrt(squares), Arrays.stream(each).max().orElse(0));
    }
}
