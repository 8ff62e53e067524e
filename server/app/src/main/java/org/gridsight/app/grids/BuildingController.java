package org.gridsight.app.grids;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The footprints of buildings within what a page shows; the whole place has too many for one answer. */
@RestController
class BuildingController {

    /** More are no picture any more: the page asks from the zoom on at which a house is more than a dot. */
    private static final int MOST = 5_000;

    /** @param complete false: the box holds more than these */
    record Part(FeatureCollection buildings, boolean complete) {}

    private final Grids grids;

    BuildingController(Grids grids) {
        this.grids = grids;
    }

    @GetMapping("/api/base-map/buildings")
    ResponseEntity<Part> list(@RequestParam(required = false) @Nullable String bbox, WebRequest request) {
        Faults faults = new Faults();
        Optional<Box> box = faults.required("bbox", bbox).flatMap(text -> read(text, faults));
        faults.throwIfAny();
        GridMap map = grids.map();
        return Answers.unlessSeen(request, map.place(), String.valueOf(bbox), () -> part(map, box.orElseThrow()));
    }

    private static Part part(GridMap map, Box box) {
        List<BaseLayer.Feature> found = map.buildings(box, MOST + 1);
        List<MapFeature> features = IntStream.range(0, Math.min(MOST, found.size()))
                .mapToObj(i -> new MapFeature(
                        "building-" + i,
                        Optional.of(found.get(i).shape()),
                        Map.of("name", found.get(i).name())))
                .toList();
        return new Part(new FeatureCollection(features), found.size() <= MOST);
    }

    private static Optional<Box> read(String text, Faults faults) {
        try {
            double[] sides = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (sides.length == 4) {
                return Optional.of(new Box(sides[0], sides[1], sides[2], sides[3]));
            }
        } catch (IllegalArgumentException unusable) {
            // told below
        }
        faults.add("bbox", new Text("须为 西,南,东,北 四个数。", "must be four numbers: west,south,east,north"));
        return Optional.empty();
    }
}
