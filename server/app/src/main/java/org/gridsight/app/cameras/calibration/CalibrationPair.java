package org.gridsight.app.cameras.calibration;

import org.gridsight.spatial.LngLat;

/** The same spot in the picture, in pixels to the right and down, and on the ground. */
record CalibrationPair(double x, double y, LngLat place) {

    double[] numbers() {
        return new double[] {x, y, place.lng(), place.lat()};
    }

    static CalibrationPair from(double[] numbers) {
        return new CalibrationPair(numbers[0], numbers[1], new LngLat(numbers[2], numbers[3]));
    }
}
