package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.SightRanking.Ranked;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

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

    @Test
    void saysWhyACameraDoesNotSee() {
        LngLat south = PLACE.moved(180, 40);
        GroundPlane plane = GroundPlane.around(PLACE);
        Geometry house = new GeometryFactory().toGeometry(new Envelope(-5, 5, -25, -15));
        List<Ranked> ranked = new SightRanking(
                        List.of(
                                new Viewpoint("hidden", new ViewCone(south, 0, 60, 100), true),
                                new Viewpoint("away", new ViewCone(south, 180, 60, 100), true),
                                new Viewpoint("short", new ViewCone(south, 0, 60, 30), true),
                                new Viewpoint("hidden-dome", new ViewCone(south, 90, 60, 100), true, true),
                                new Viewpoint("dome", new ViewCone(PLACE.moved(90, 40), 0, 60, 100), true, true),
                                new Viewpoint("sees", new ViewCone(PLACE.moved(0, 40), 180, 60, 100), true)),
                        Buildings.inMetres(plane, List.of(house)))
                .seeing(PLACE, 10);
        Map<String, SightReason> reasons = ranked.stream().collect(Collectors.toMap(Ranked::id, Ranked::reason));
        assertThat(reasons)
                .containsEntry("hidden", SightReason.OCCLUDED)
                .containsEntry("away", SightReason.TURNED_AWAY)
                .containsEntry("short", SightReason.OUT_OF_RANGE)
                .containsEntry("hidden-dome", SightReason.OCCLUDED)
                .containsEntry("dome", SightReason.PTZ_REACH)
                .containsEntry("sees", SightReason.IN_VIEW);
        assertThat(ranked.get(0).id()).isEqualTo("sees");
        assertThat(ranked.get(1).id()).isEqualTo("dome");
    }

    @Test
    void doubtAboutThePlaceLowersACertainSightAndRaisesAVainOne() {
        SightRanking ranking = new SightRanking(List.of(
                camera("sees", 40, true, true),
                new Viewpoint("just-misses", new ViewCone(PLACE.moved(0, 40), 140, 60, 2_000), true)));
        Map<String, Double> sure = chances(ranking.seeing(PLACE, 0, 5));
        Map<String, Double> unsure = chances(ranking.seeing(PLACE, 40, 5));
        assertThat(sure.get("sees")).isGreaterThan(0.95);
        assertThat(unsure.get("sees")).isBetween(0.3, 0.9);
        assertThat(unsure.get("just-misses")).isGreaterThan(sure.getOrDefault("just-misses", 1.0) + 0.05);
    }

    @Test
    void aPlaceInAHouseIsSeenByWhoSeesTheHouse() {
        GroundPlane plane = GroundPlane.around(PLACE);
        Geometry house = new GeometryFactory().toGeometry(new Envelope(-5, 5, -5, 5));
        Ranked ranked = new SightRanking(
                        List.of(camera("c", 40, true, true)), Buildings.inMetres(plane, List.of(house)))
                .seeing(PLACE, 1)
                .get(0);
        assertThat(ranked.reason()).isEqualTo(SightReason.IN_VIEW);
    }

    @Test
    void equalsAreOrderedById() {
        ViewCone cone = new ViewCone(PLACE.moved(90, 30), 270, 60, 100);
        assertThat(new SightRanking(List.of(
                                new Viewpoint("b", cone, true),
                                new Viewpoint("c", cone, true),
                                new Viewpoint("a", cone, true)))
                        .seeing(PLACE, 3))
                .extracting(Ranked::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void camerasAtTheOtherEndOfTheWorldDoNotStopTheRanking() {
        Ranked far = new SightRanking(List.of(new Viewpoint("far", new ViewCone(new LngLat(0, 0), 0, 60, 100), true)))
                .seeing(PLACE, 1)
                .get(0);
        assertThat(far.reason()).isEqualTo(SightReason.OUT_OF_RANGE);
        assertThat(far.score()).isZero();
    }

    @Test
    void refusesAnAccuracyThatIsNone() {
        SightRanking ranking = new SightRanking(List.of());
        assertThatThrownBy(() -> ranking.seeing(PLACE, -1, 1)).hasMessageContaining("accuracy");
        assertThatThrownBy(() -> ranking.seeing(PLACE, Double.NaN, 1)).hasMessageContaining("accuracy");
        assertThatThrownBy(() -> new CatalogueError(0, 3)).hasMessageContaining("catalogue");
    }

    private static Map<String, Double> chances(List<Ranked> ranked) {
        return ranked.stream().collect(Collectors.toMap(Ranked::id, Ranked::chance));
    }

    private static Viewpoint camera(String id, double metres, boolean looksAtPlace, boolean online) {
        LngLat stand = PLACE.moved(90, metres);
        double heading = stand.headingTo(PLACE) + (looksAtPlace ? 0 : 180);
        return new Viewpoint(id, new ViewCone(stand, heading, 60, 2_000), online);
    }
}
