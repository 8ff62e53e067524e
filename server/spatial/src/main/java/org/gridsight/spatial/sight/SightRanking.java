package org.gridsight.spatial.sight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridsight.spatial.LngLat;

/**
 * Ranks cameras for a place by really seeing it. The score, 0..1, is the chance that the camera has the place in its
 * picture (see {@link SightChance}), times the clarity of the picture there, times 1/2 when it is offline (its recorder
 * may still have the picture). Clarity falls with the camera's own range and with the distance itself:
 * {@code 1 / (1 + (d / range)^2) / sqrt(1 + d / 100 m)}. Scores are rounded to 1/10000; equals are ordered by online
 * first, then distance, then id.
 */
public final class SightRanking {

    /** A camera as the ranking needs it; one that can pan and tilt sees all around within its range. */
    public record Viewpoint(String id, ViewCone cone, boolean online, boolean ptz) {

        public Viewpoint(String id, ViewCone cone, boolean online) {
            this(id, cone, online, false);
        }
    }

    /** A camera with its merit for one place; chance and score lie in 0..1. */
    public record Ranked(
            String id, double distanceMetres, SightReason reason, boolean online, double chance, double score) {

        public boolean inView() {
            return reason == SightReason.IN_VIEW;
        }
    }

    private static final double OFFLINE = 0.5;
    private static final double CLEAR_METRES = 100;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::score)
            .thenComparing(Ranked::online)
            .reversed()
            .thenComparingDouble(Ranked::distanceMetres)
            .thenComparing(Ranked::id);

    private final List<Viewpoint> cameras;
    private final Optional<Buildings> buildings;
    private final CatalogueError error;

    private SightRanking(List<Viewpoint> cameras, Optional<Buildings> buildings, CatalogueError error) {
        this.cameras = List.copyOf(cameras);
        this.buildings = buildings;
        this.error = error;
    }

    /** In open country, with a usual catalogue. */
    public SightRanking(List<Viewpoint> cameras) {
        this(cameras, Optional.empty(), CatalogueError.USUAL);
    }

    public SightRanking(List<Viewpoint> cameras, Buildings buildings) {
        this(cameras, Optional.of(buildings), CatalogueError.USUAL);
    }

    /** The same ranking for a catalogue that is better or worse than usual. */
    public SightRanking trusting(CatalogueError known) {
        return new SightRanking(cameras, buildings, known);
    }

    /** The best cameras for a place, best first. */
    public List<Ranked> seeing(LngLat place, int limit) {
        return seeing(place, 0, limit);
    }

    /**
     * The best cameras for a place known only so well, best first.
     *
     * @param accuracyMetres radius that holds the true place in 68 of 100 cases, as GNSS receivers give it
     */
    public List<Ranked> seeing(LngLat place, double accuracyMetres, int limit) {
        if (!(accuracyMetres >= 0 && accuracyMetres <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("accuracy must be a number of metres from 0, was " + accuracyMetres);
        }
        Buildings around = buildings.orElseGet(() -> Buildings.none(GroundPlane.around(place)));
        SightChance chance = new SightChance(place, accuracyMetres, around, error);
        return cameras.stream()
                .map(camera -> rank(camera, place, chance))
                .sorted(BEST_FIRST)
                .limit(Math.max(0, limit))
                .toList();
    }

    private static Ranked rank(Viewpoint camera, LngLat place, SightChance chance) {
        double metres = camera.cone().camera().metresTo(place);
        SightChance.Sight sight = chance.of(camera);
        double far = metres / camera.cone().rangeMetres();
        double clarity = 1 / (1 + far * far) / Math.sqrt(1 + metres / CLEAR_METRES);
        double score = sight.chance() * clarity * (camera.online() ? 1 : OFFLINE);
        return new Ranked(
                camera.id(), metres, sight.reason(), camera.online(), sight.chance(), Math.round(score * 1e4) / 1e4);
    }
}
