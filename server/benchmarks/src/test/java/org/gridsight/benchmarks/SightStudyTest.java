package org.gridsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridsight.benchmarks.SightStudy.Hits;
import org.gridsight.benchmarks.SightStudy.Setting;
import org.junit.jupiter.api.Test;

/** Three towns of the study: the mark of the true camera among the first three, and better than by distance. */
class SightStudyTest {

    @Test
    void trueCameraIsAmongTheFirstThree() {
        Setting real = SightStudy.SETTINGS.get(1);
        Hits hits = Hits.NONE;
        for (long seed = 1; seed <= 3; seed++) {
            hits = hits.plus(SightStudy.run(seed, real));
        }
        assertThat(hits.ranking().share()).as("%s", hits).isGreaterThanOrEqualTo(0.95);
        assertThat(hits.ranking().share())
                .as("%s", hits)
                .isGreaterThan(hits.distance().share() + 0.05);
    }
}
