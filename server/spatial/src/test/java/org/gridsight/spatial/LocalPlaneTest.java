package org.gridsight.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Metres that agree with PROJ, lengths that agree with the ground. */
class LocalPlaneTest {

    @Test
    void agreesWithGaussKruger() {
        int compared = 0;
        for (String[] row : SharedData.rows("coords/cgcs2000_gauss_kruger_vectors.csv")) {
            double meridian = row[3].equals("4548") ? 117 : row[3].equals("4549") ? 120 : Double.NaN;
            double lng = Double.parseDouble(row[1]);
            if (Math.abs(lng - meridian) <= LocalPlane.REACH_DEGREES) {
                double lat = Double.parseDouble(row[2]);
                LocalPlane plane = LocalPlane.around(new LngLat(meridian, lat > 3 ? lat - 3 : 0));
                PlanarPoints pair = plane.project(
                        new double[] {meridian, lng},
                        new double[] {plane.origin().lat(), lat});
                assertThat(pair.x(1) + 500_000).isCloseTo(Double.parseDouble(row[4]), within(2e-3));
                LngLat back = plane.unproject(pair.x(1), pair.y(1));
                assertThat(back.metresTo(new LngLat(lng, lat))).isLessThan(1e-5);
                double equator = meridianArc(meridian, plane.origin().lat());
                assertThat(pair.y(1) + equator).isCloseTo(Double.parseDouble(row[5]), within(2e-3));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    /** Metres from the equator to a latitude, in steps within reach. */
    private static double meridianArc(double meridian, double lat) {
        double sum = 0;
        for (double from = 0; from < lat; from += 3) {
            double to = Math.min(lat, from + 3);
            LocalPlane step = LocalPlane.around(new LngLat(meridian, from));
            sum += step.project(new double[] {meridian}, new double[] {to}).y(0);
        }
        return sum;
    }

    @Test
    void keepsLengthsOfATown() {
        Random random = new Random(5);
        LocalPlane plane = LocalPlane.around(new LngLat(117.9, 35.8));
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble() * 60_000 - 30_000;
            double y = random.nextDouble() * 60_000 - 30_000;
            LngLat a = plane.unproject(x, y);
            LocalPlane there = LocalPlane.around(a);
            LngLat b = plane.unproject(x + 300, y + 400);
            PlanarPoints pair = there.project(new double[] {a.lng(), b.lng()}, new double[] {a.lat(), b.lat()});
            assertThat(Math.sqrt(pair.squaredDistance(0, 1))).isCloseTo(500, within(500 * 2e-5));
        }
    }

    @Test
    void refusesWhatLiesElsewhere() {
        LocalPlane plane = LocalPlane.amid(new double[] {117.9, 0, 117.8, 117.85}, new double[] {35.7, 0, 35.8, 35.75});
        assertThat(plane.origin().lng()).isBetween(117.0, 118.0);
        assertThatThrownBy(() -> plane.project(new double[] {117.9, 0}, new double[] {35.7, 0}))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("row 2: 0.0, 0.0 lies more than 4 degrees");
        assertThatThrownBy(() -> plane.project(new double[] {Double.NaN}, new double[] {0}))
                .isInstanceOf(UnusableInput.class);
        assertThat(LocalPlane.amid(new double[0], new double[0]).origin()).isEqualTo(new LngLat(0, 0));
    }
}
