package org.gridsight.app.grids;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;

/**
 * The place on the wire.
 *
 * @param zoom at which the whole outline fits a window of about 1,000 pixels
 */
record PlaceView(
        String code,
        String name,
        boolean synthetic,
        boolean setUp,
        Optional<double[]> bbox,
        Optional<double[]> center,
        int zoom,
        Optional<MapFeature> outline,
        Optional<MapSettings.Source> mapSource,
        long version) {

    private static final int TOWN_ZOOM = 13;
    private static final double WINDOW_PIXELS = 1000;
    private static final double TILE_PIXELS = 256;

    static PlaceView of(Place place, Optional<MapSettings.Source> source) {
        return new PlaceView(
                place.code(),
                place.name(),
                place.synthetic(),
                place.setUp(),
                place.bbox().map(box -> new double[] {box.west(), box.south(), box.east(), box.north()}),
                place.bbox().map(box -> new double[] {(box.west() + box.east()) / 2, (box.south() + box.north()) / 2}),
                place.bbox().map(PlaceView::fittingZoom).orElse(TOWN_ZOOM),
                place.outline().map(shape -> feature(place)),
                source,
                place.version());
    }

    static MapFeature feature(Place place) {
        return new MapFeature(place.code(), place.outline(), Map.of("name", place.name()));
    }

    private static int fittingZoom(Box box) {
        LngLat corner = new LngLat(box.west(), box.south());
        double metres = Math.max(
                corner.metresTo(new LngLat(box.east(), box.south())),
                corner.metresTo(new LngLat(box.west(), box.north())));
        double equator = new LngLat(0, 0).metresTo(new LngLat(90, 0)) * 4;
        double metresPerPixelAtZero = equator * Math.cos(Math.toRadians(box.south())) / TILE_PIXELS;
        double zoom = Math.log(metresPerPixelAtZero * WINDOW_PIXELS / Math.max(1, metres)) / Math.log(2);
        return (int) Math.max(9, Math.min(17, Math.floor(zoom)));
    }

    static List<MapFeature> list(Place place) {
        return place.outline().stream().map(shape -> feature(place)).toList();
    }
}
