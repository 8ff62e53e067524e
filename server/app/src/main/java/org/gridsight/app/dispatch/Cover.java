package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.springframework.stereotype.Component;

/**
 * Which grids stay without anybody free in reach when somebody is sent away. A grid has somebody as long as one free
 * worker reaches its place in time, so only a worker who is the only one uncovers it: for most grids the two nearest
 * are asked and nobody else. Travel times are kept as long as place, map and roads stay as they are.
 */
@Component
class Cover {

    /** Nobody of a township is faster, metres a second; beyond its reach no road is asked. */
    private static final double FASTEST = 30;

    /** Some hundred workers and as many grids; over it everything is forgotten. */
    private static final int MOST_KEPT = 50_000;

    private final Grids grids;
    private final Roads roads;
    private final DispatchSettings settings;
    private final GridPosts posts = new GridPosts();
    private final Map<Trip, Boolean> known = new ConcurrentHashMap<>();

    Cover(Grids grids, Roads roads, DispatchSettings settings) {
        this.grids = grids;
        this.roads = roads;
        this.settings = settings;
    }

    private record Trip(LngLat from, LngLat to, long roadsVersion) {}

    /** By worker, for those without whom some grid is left alone. */
    Map<String, List<Grid>> leftBy(Collection<Fix> free, Scope scope, Instant now) {
        return leftBy(posts.of(grids.map(), scope, now), free, this::reaches);
    }

    static Map<String, List<Grid>> leftBy(
            List<GridPosts.Post> posts, Collection<Fix> free, BiPredicate<LngLat, LngLat> reaches) {
        Map<String, List<Grid>> left = new HashMap<>();
        for (GridPosts.Post post : posts) {
            List<String> reaching = free.stream()
                    .sorted(Comparator.comparingDouble((Fix fix) -> fix.place().metresTo(post.place()))
                            .thenComparing(Fix::workerId))
                    .filter(fix -> reaches.test(fix.place(), post.place()))
                    .limit(2)
                    .map(Fix::workerId)
                    .toList();
            if (reaching.size() == 1) {
                left.computeIfAbsent(reaching.get(0), worker -> new ArrayList<>())
                        .add(post.grid());
            }
        }
        return left;
    }

    private boolean reaches(LngLat from, LngLat to) {
        long limit = settings.coverWithin().toSeconds();
        if (from.metresTo(to) > limit * FASTEST) {
            return false;
        }
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Trip(from, to, roads.version()),
                trip -> roads.journey(from, to).isWithin(limit));
    }
}
