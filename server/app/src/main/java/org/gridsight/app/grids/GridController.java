package org.gridsight.app.grids;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Grids for the map, and the question which of them holds a place. */
@RestController
@RequestMapping("/api/grids")
class GridController {

    private final Grids grids;
    private final Clock clock;

    GridController(Grids grids, Clock clock) {
        this.grids = grids;
        this.clock = clock;
    }

    /** @param at a past moment for the map of that time; the present without it */
    @GetMapping
    ResponseEntity<FeatureCollection> list(
            @RequestParam(required = false) @Nullable String at, CurrentUser user, WebRequest request) {
        Faults faults = new Faults();
        Optional<Instant> time = faults.instant("at", at);
        faults.throwIfAny();
        GridMap map = grids.map();
        String marks = time.map(Instant::toString).orElse("") + user.scope().prefix();
        return Answers.unlessSeen(request, map.place(), marks, () -> collection(map, user, time));
    }

    private FeatureCollection collection(GridMap map, CurrentUser user, Optional<Instant> time) {
        List<MapFeature> features = map.list(user.scope(), time.orElseGet(clock::instant)).stream()
                .map(GridController::feature)
                .toList();
        return new FeatureCollection(features);
    }

    private static MapFeature feature(Grid grid) {
        GridProperties properties = new GridProperties(
                grid.code(),
                grid.name(),
                grid.villageCode(),
                grid.villageName(),
                grid.kind(),
                grid.households(),
                grid.validFrom());
        return new MapFeature(grid.code(), Optional.of(grid.shape()), properties);
    }

    @GetMapping("/at")
    Map<String, Object> at(
            @RequestParam(required = false) @Nullable String lon,
            @RequestParam(required = false) @Nullable String lat,
            @RequestParam(required = false) @Nullable String at,
            CurrentUser user) {
        Faults faults = new Faults();
        Optional<Double> lng = degrees(faults, "lon", lon, 180);
        Optional<Double> latitude = degrees(faults, "lat", lat, 90);
        Optional<Instant> time = faults.instant("at", at);
        faults.throwIfAny();
        LngLat place = new LngLat(lng.orElseThrow(), latitude.orElseThrow());
        GridAt found = grids.at(place, time.orElseGet(clock::instant))
                .filter(grid -> user.scope().covers(grid.code()))
                .orElseThrow(() -> new Rejected(GridReason.NO_GRID_HERE));
        return Map.of(
                "code", found.code(),
                "name", found.name(),
                "villageCode", found.villageCode(),
                "villageName", found.villageName(),
                "flags", found.flags());
    }

    private static Optional<Double> degrees(Faults faults, String field, @Nullable String value, double most) {
        Optional<String> given = faults.required(field, value);
        try {
            Optional<Double> number = given.map(Double::valueOf);
            if (number.isEmpty() || Math.abs(number.get()) <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the fault below says it
        }
        faults.add(
                field,
                new Text("须为 -{0} 至 {0} 的度数,收到 {1}。", "must be degrees in -{0}..{0}, was {1}")
                        .with(String.valueOf((int) most), given.orElse("")));
        return Optional.empty();
    }

    /** A grid's properties on the wire. */
    record GridProperties(
            String code,
            String name,
            String villageCode,
            String villageName,
            Grid.Kind kind,
            int households,
            Instant validFrom) {}
}
