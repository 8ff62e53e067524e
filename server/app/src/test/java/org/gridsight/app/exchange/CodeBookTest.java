package org.gridsight.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.gisdata.codes.GridCodeForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that the product gives out itself. */
class CodeBookTest {

    private static final String VILLAGE = "990001101201";

    private static CodeBook book(int digits) {
        return new CodeBook("990001101", GridCodeForm.of(12, digits), Optional.empty(), List.of());
    }

    @ParameterizedTest
    @CsvSource({"14, 99000110120107", "15, 990001101201007", "20, 99000110120100000007"})
    void givesCodesInTheFormOfTheRegion(int digits, String expected) {
        assertThat(book(digits).code(VILLAGE, 7)).isEqualTo(expected);
    }

    @Test
    void endsWhereTheSequenceEnds() {
        CodeBook short14 = book(14);
        for (int number = 1; number <= 99; number++) {
            assertThat(short14.grid(VILLAGE)).isEqualTo(number);
        }
        assertThatThrownBy(() -> short14.grid(VILLAGE)).isInstanceOf(Rejected.class);
    }
}
