package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fit finds the distribution its values were drawn from. */
class GumbelTest {

    @Test
    void findsLocationScaleAndTail() {
        Random random = new Random(3);
        double[] values = IntStream.range(0, 20_000)
                .mapToDouble(i -> 9 - 1.4 * Math.log(-Math.log(random.nextDouble())))
                .toArray();
        Gumbel fit = Gumbel.of(values);
        assertThat(fit.location()).isCloseTo(9, within(0.05));
        assertThat(fit.scale()).isCloseTo(1.4, within(0.03));
        assertThat(fit.beyond(9 + 1.4 * 12)).isCloseTo(Math.exp(-12), within(3e-6));
    }

    @Test
    void takesEqualValuesForNoSpread() {
        Gumbel fit = Gumbel.of(new double[60]);
        assertThat(fit.beyond(1)).isZero();
        assertThat(fit.beyond(-1)).isEqualTo(1);
    }
}
