package org.gridsight.app.grids;

import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What the pages must know of the place: its name before the sign-in, the rest after it. */
@RestController
@RequestMapping("/api")
class PlaceController {

    /** The first words of every page. */
    record About(String name, boolean synthetic, String version) {}

    private final Grids grids;
    private final MapSettings settings;
    private final Clock clock;

    PlaceController(Grids grids, MapSettings settings, Clock clock) {
        this.grids = grids;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/about")
    About about() {
        String version = Optional.ofNullable(PlaceController.class.getPackage().getImplementationVersion())
                .orElse("dev");
        return new About(grids.place().name(), grids.place().synthetic(), version);
    }

    @GetMapping("/place")
    PlaceView place() {
        return PlaceView.of(grids.place(), settings.source());
    }

    @GetMapping("/base-map")
    ResponseEntity<BaseMapView> baseMap(WebRequest request) {
        GridMap map = grids.map();
        return Answers.unlessSeen(request, map.place(), "", () -> BaseMapView.of(map, clock.instant()));
    }
}
