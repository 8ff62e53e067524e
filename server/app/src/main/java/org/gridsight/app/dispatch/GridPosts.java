package org.gridsight.app.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The place of each grid that somebody must reach for the grid to be covered: where its people live, which is the natural
 * village nearest its middle, or the middle itself where the map knows no village. Made once for each version of the map.
 */
final class GridPosts {

    private volatile @Nullable Made made;

    /** A grid and its place. */
    record Post(Grid grid, LngLat place) {}

    private record Made(long mapVersion, List<Post> posts) {}

    List<Post> of(GridMap map, Scope scope, Instant now) {
        Made known = made;
        if (known == null || known.mapVersion() != map.version()) {
            known = new Made(map.version(), posts(map, now));
            made = known;
        }
        return known.posts().stream()
                .filter(post -> scope.covers(post.grid().code()))
                .toList();
    }

    private static List<Post> posts(GridMap map, Instant now) {
        List<Point> villages = map.layer(BaseLayer.NATURAL_VILLAGES).stream()
                .map(BaseLayer.Feature::shape)
                .filter(Point.class::isInstance)
                .map(Point.class::cast)
                .toList();
        return map.list(Scope.everything(), now).stream()
                .map(grid -> new Post(grid, place(grid.shape(), villages)))
                .toList();
    }

    private static LngLat place(Geometry shape, List<Point> villages) {
        LngLat middle = at(shape.getInteriorPoint());
        Optional<LngLat> village = villages.stream()
                .filter(shape::covers)
                .map(GridPosts::at)
                .min(Comparator.comparingDouble(middle::metresTo));
        return village.orElse(middle);
    }

    private static LngLat at(Point point) {
        return new LngLat(point.getX(), point.getY());
    }
}
