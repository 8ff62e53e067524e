package org.gridsight.media.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Polygons that are no masks are refused at the door. */
class MaskTest {

    @Test
    void refusesTooFewCornersAndCornersOutside() {
        assertThatThrownBy(() -> new Mask(new double[] {0, 0, 1, 1})).hasMessageContaining("3 to 256 corners");
        assertThatThrownBy(() -> new Mask(new double[] {0, 0, 1, 1, 0})).hasMessageContaining("corners");
        assertThatThrownBy(() -> new Mask(new double[] {0, 0, 1.2, 1, 0, 1})).hasMessageContaining("1.2");
        assertThatThrownBy(() -> new Mask(new double[] {0, 0, Double.NaN, 1, 0, 1}))
                .hasMessageContaining("NaN");
    }
}
