package org.gridsight.spatial.sight;

import java.util.Comparator;
import java.util.List;
import org.gridsight.spatial.LngLat;

/**
 * Ranks cameras for a place: those that look at it first, then those online, then the nearer ones; equals by id. The
 * score is one number with that same order.
 */
public final class SightRanking {

    /** A camera as the ranking needs it. */
    public record Viewpoint(String id, ViewCone cone, boolean online) {}

    /** A camera with its merit for one place; the score lies in 0..1. */
    public record Ranked(String id, double distanceMetres, boolean inView, boolean online, double score) {}

    private static final double IN_VIEW = 0.5;
    private static final double ONLINE = 0.25;
    private static final double NEARNESS = 0.25;
    /** At this distance a camera keeps half of its nearness. */
    private static final double HALF_METRES = 100;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::inView)
            .thenComparing(Ranked::online)
            .reversed()
            .thenComparingDouble(Ranked::distanceMetres)
            .thenComparing(Ranked::id);

    private final List<Viewpoint> cameras;

    public SightRanking(List<Viewpoint> cameras) {
        this.cameras = List.copyOf(cameras);
    }

    /** The best cameras for a place, best first. */
    public List<Ranked> seeing(LngLat place, int limit) {
        return cameras.stream()
                .map(camera -> rank(camera, place))
                .sorted(BEST_FIRST)
                .limit(Math.max(0, limit))
                .toList();
    }

    private static Ranked rank(Viewpoint camera, LngLat place) {
        double metres = camera.cone().camera().metresTo(place);
        boolean inView = camera.cone().contains(place);
        double score = (inView ? IN_VIEW : 0)
                + (camera.online() ? ONLINE : 0)
                + NEARNESS * HALF_METRES / (HALF_METRES + metres);
        return new Ranked(camera.id(), metres, inView, camera.online(), score);
    }
}
