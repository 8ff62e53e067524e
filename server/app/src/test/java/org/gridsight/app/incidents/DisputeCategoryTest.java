package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two lists of categories side by side. */
class DisputeCategoryTest {

    @Test
    void everyCategoryHasACounterpartInTheOtherList() {
        for (DisputeCategory category : DisputeCategory.values()) {
            assertThat(category.other().list()).isNotEqualTo(category.list());
        }
        assertThat(DisputeCategory.A10.other()).isEqualTo(DisputeCategory.B07);
        assertThat(DisputeCategory.B07.other()).isEqualTo(DisputeCategory.A11);
        assertThat(DisputeCategory.B14.other()).isEqualTo(DisputeCategory.A18);
    }

    @Test
    void filterFindsBothLists() {
        assertThat(DisputeCategory.B07.codesAlike()).containsExactlyInAnyOrder("B07", "A10", "A11");
        assertThat(DisputeCategory.A02.codesAlike()).containsExactlyInAnyOrder("A02", "B02");
    }
}
