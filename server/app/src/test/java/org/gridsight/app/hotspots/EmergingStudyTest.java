package org.gridsight.app.hotspots;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridsight.spatial.UnusableInput;
import org.junit.jupiter.api.Test;

/** How much a study of courses may ask of the server. */
class EmergingStudyTest {

    /** Squares of 50 m in a town of 90 km2. */
    private static final int SMALLEST = 36_000;

    @Test
    void takesYearsOfWeeksInTheSmallestCells() {
        assertThatCode(() -> EmergingStudy.checkSize(SMALLEST, 8 * 52)).doesNotThrowAnyException();
    }

    @Test
    void refusesMoreThanTheMemoryHolds() {
        assertThatThrownBy(() -> EmergingStudy.checkSize(SMALLEST, 56 * 52))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("larger cells");
    }
}
