package org.gridsight.app.grids;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What the page draws below everything else, as one answer.
 *
 * @param buildings how many there are; they themselves are asked for by the box
 */
record BaseMapView(
        FeatureCollection outline,
        FeatureCollection villages,
        FeatureCollection naturalVillages,
        FeatureCollection roads,
        FeatureCollection water,
        FeatureCollection green,
        int buildings) {

    static BaseMapView of(GridMap map, Instant now) {
        return new BaseMapView(
                new FeatureCollection(PlaceView.list(map.place())),
                villages(map.list(Scope.everything(), now)),
                layer(map, BaseLayer.NATURAL_VILLAGES),
                layer(map, BaseLayer.ROADS),
                layer(map, BaseLayer.WATER),
                layer(map, BaseLayer.GREEN),
                map.layer(BaseLayer.BUILDINGS).size());
    }

    private static FeatureCollection villages(List<Grid> grids) {
        Map<String, List<Grid>> byVillage =
                grids.stream().collect(Collectors.groupingBy(Grid::villageCode, TreeMap::new, Collectors.toList()));
        return new FeatureCollection(
                byVillage.values().stream().map(BaseMapView::village).toList());
    }

    private static MapFeature village(List<Grid> grids) {
        List<Geometry> shapes = grids.stream().map(Grid::shape).toList();
        Geometry ground = OverlayNGRobust.union(new GeometryFactory().buildGeometry(shapes));
        Grid first = grids.get(0);
        return new MapFeature(
                first.villageCode(),
                Optional.of(ground),
                Map.of("name", first.villageName(), "code", first.villageCode()));
    }

    private static FeatureCollection layer(GridMap map, BaseLayer layer) {
        List<BaseLayer.Feature> features = map.layer(layer);
        return new FeatureCollection(IntStream.range(0, features.size())
                .mapToObj(i -> feature(layer.wireName() + "-" + i, features.get(i)))
                .toList());
    }

    private static MapFeature feature(String id, BaseLayer.Feature feature) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("name", feature.name());
        if (!feature.kind().isEmpty()) {
            properties.put("class", feature.kind());
        }
        return new MapFeature(id, Optional.of(feature.shape()), properties);
    }
}
