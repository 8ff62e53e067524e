package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.SightRanking.Ranked;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.junit.jupiter.api.Test;

/** The camera that looks at the place comes before a nearer one that looks away. */
class SightRankingTest {

    private static final LngLat PLACE = new LngLat(117.9, 35.8);

    @Test
    void prefersSightThenSignalThenNearness() {
        List<Ranked> ranked = new SightRanking(List.of(
                        camera("looks-away-near", 10, false, true),
                        camera("sees-offline", 30, true, false),
                        camera("sees-far", 55, true, true),
                        camera("sees-near", 20, true, true),
                        camera("looks-away-offline", 5, false, false)))
                .seeing(PLACE, 10);
        assertThat(ranked)
                .extracting(Ranked::id)
                .containsExactly("sees-near", "sees-far", "sees-offline", "looks-away-near", "looks-away-offline");
        assertThat(ranked).extracting(Ranked::inView).containsExactly(true, true, true, false, false);
    }

    @Test
    void scoreFallsWithTheRankAndOrderOfInputDoesNotMatter() {
        Random random = new Random(9);
        List<Viewpoint> cameras = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cameras.add(camera("c" + i, 5 + random.nextInt(500), random.nextBoolean(), random.nextBoolean()));
        }
        List<Ranked> ranked = new SightRanking(cameras).seeing(PLACE, 200);
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(ranked.get(i).score())
                    .isLessThanOrEqualTo(ranked.get(i - 1).score());
            assertThat(ranked.get(i).score()).isBetween(0.0, 1.0);
        }
        Collections.shuffle(cameras, random);
        assertThat(new SightRanking(cameras).seeing(PLACE, 200)).isEqualTo(ranked);
        assertThat(new SightRanking(cameras).seeing(PLACE, 4)).isEqualTo(ranked.subList(0, 4));
    }

    private static Viewpoint camera(String id, double metres, boolean looksAtPlace, boolean online) {
        LngLat stand = PLACE.moved(90, metres);
        double heading = stand.headingTo(PLACE) + (looksAtPlace ? 0 : 180);
        return new Viewpoint(id, new ViewCone(stand, heading, 60, 2_000), online);
    }
}
