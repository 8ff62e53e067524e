package org.gridsight.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances, headings and straight walks on the globe agree with one another. */
class LngLatTest {

    @Test
    void walksWhereTheHeadingPoints() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            LngLat from = new LngLat(random.nextDouble() * 360 - 180, random.nextDouble() * 160 - 80);
            double heading = random.nextDouble() * 360;
            double metres = 1 + random.nextDouble() * 100_000;
            LngLat to = from.moved(heading, metres);
            assertThat(from.metresTo(to)).isCloseTo(metres, within(1e-3));
            double off = Math.abs(from.headingTo(to) - heading);
            assertThat(Math.min(off, 360 - off)).isLessThan(1e-4);
        }
    }

    @Test
    void knowsTheFourWinds() {
        LngLat town = new LngLat(117.9, 35.8);
        assertThat(town.headingTo(new LngLat(117.9, 35.9))).isCloseTo(0, within(1e-9));
        assertThat(town.headingTo(new LngLat(118.0, 35.8))).isCloseTo(90, within(0.1));
        assertThat(town.headingTo(new LngLat(117.9, 35.7))).isCloseTo(180, within(1e-9));
        assertThat(town.headingTo(new LngLat(117.8, 35.8))).isCloseTo(270, within(0.1));
        assertThat(town.headingTo(town)).isZero();
    }
}
