package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import org.gridsight.app.grids.Grid;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Which grids are left alone, against sending each worker away in turn and looking. */
class CoverTest {

    private static final Instant NOW = Instant.parse("2026-03-05T06:00:00Z");

    private static GridPosts.Post post(Random random, int number) {
        LngLat place = place(random);
        Grid grid = new Grid(
                "990001101201%03d".formatted(number),
                "第" + number + "网格",
                "990001101201",
                "立春村",
                Grid.Kind.BASIC,
                300,
                new GeometryFactory().createPoint(new Coordinate(place.lng(), place.lat())),
                Instant.EPOCH,
                Optional.empty());
        return new GridPosts.Post(grid, place);
    }

    private static LngLat place(Random random) {
        return new LngLat(117.9 + random.nextDouble() * 0.1, 35.8 + random.nextDouble() * 0.1);
    }

    @Test
    void isThatOfSendingEachAway() {
        Random random = new Random(4711);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            List<GridPosts.Post> posts = new ArrayList<>();
            List<Fix> free = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                posts.add(post(random, i));
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                free.add(new Fix("w" + i, place(random), Double.NaN, NOW));
            }
            double metres = 500 + random.nextDouble() * 4000;
            // a way is not symmetric and not a circle: whoever stands in the west may not cross
            BiPredicate<LngLat, LngLat> reaches =
                    (from, to) -> from.metresTo(to) <= metres && (from.lng() > 117.93 || to.lng() <= 117.93);
            Map<String, List<Grid>> expected = new HashMap<>();
            for (Fix sent : free) {
                List<Grid> left = posts.stream()
                        .filter(post -> reached(post, free, reaches, ""))
                        .filter(post -> !reached(post, free, reaches, sent.workerId()))
                        .map(GridPosts.Post::grid)
                        .toList();
                if (!left.isEmpty()) {
                    expected.put(sent.workerId(), left);
                }
            }
            found += expected.size();
            assertThat(Cover.leftBy(posts, free, reaches)).as("round %s", round).isEqualTo(expected);
        }
        assertThat(found).isPositive();
    }

    private static boolean reached(
            GridPosts.Post post, List<Fix> free, BiPredicate<LngLat, LngLat> reaches, String without) {
        return free.stream()
                .filter(fix -> !fix.workerId().equals(without))
                .anyMatch(fix -> reaches.test(fix.place(), post.place()));
    }
}
