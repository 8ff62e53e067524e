package org.gridsight.spatial.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.index.NearestSearch.Hit;
import org.junit.jupiter.api.Test;

/** The tree must answer as sorting all places by distance does. */
class NearestSearchTest {

    @Test
    void agreesWithSortingAllInATown() {
        agrees(21, 3_000, 117.8, 0.2, 35.7, 0.2, 2_000);
    }

    @Test
    void agreesWithSortingAllOnTheWholeGlobe() {
        agrees(22, 2_000, -180, 360, -90, 180, 3_000_000);
    }

    @Test
    void agreesWithSortingAllAcrossThePole() {
        agrees(23, 800, -180, 360, 89.5, 0.5, 60_000);
    }

    @Test
    void breaksTiesByNumberAndKeepsDuplicates() {
        LngLat here = new LngLat(117.9, 35.8);
        LngLat there = new LngLat(117.901, 35.8);
        NearestSearch search = NearestSearch.of(List.of(there, here, there, here, there));
        assertThat(search.nearest(here, 4, 1_000)).extracting(Hit::index).containsExactly(1, 3, 0, 2);
    }

    @Test
    void answersNothingForNothing() {
        LngLat here = new LngLat(117.9, 35.8);
        assertThat(NearestSearch.of(List.of()).nearest(here, 3, 1_000)).isEmpty();
        assertThat(NearestSearch.of(List.of(here)).nearest(here, 0, 1_000)).isEmpty();
        assertThat(NearestSearch.of(List.of(here)).nearest(here, 1, 0)).hasSize(1);
        assertThat(NearestSearch.of(List.of(here)).nearest(here, 1, Double.NaN)).isEmpty();
    }

    private static void agrees(
            long seed, int count, double west, double width, double south, double height, double reach) {
        Random random = new Random(seed);
        List<LngLat> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // a coarse lattice in part, so that equal distances happen
            double x = random.nextBoolean() ? random.nextDouble() : random.nextInt(20) / 20.0;
            double y = random.nextBoolean() ? random.nextDouble() : random.nextInt(20) / 20.0;
            places.add(new LngLat(west + width * x, south + height * y));
        }
        NearestSearch search = NearestSearch.of(places);
        for (int i = 0; i < 300; i++) {
            LngLat centre = new LngLat(west + width * random.nextDouble(), south + height * random.nextDouble());
            int wanted = 1 + random.nextInt(40);
            double metres = reach * random.nextDouble();
            assertThat(search.nearest(centre, wanted, metres))
                    .as("seed %d, centre %s, %d within %f", seed, centre, wanted, metres)
                    .isEqualTo(bruteForce(places, centre, wanted, metres));
        }
    }

    private static List<Hit> bruteForce(List<LngLat> places, LngLat centre, int count, double maxMetres) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Hit(i, centre.metresTo(places.get(i))))
                .filter(hit -> hit.metres() <= maxMetres)
                .sorted(Hit.NEAREST_FIRST)
                .limit(count)
                .toList();
    }
}
