package org.gridsight.app.cameras;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.LocationCheck;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters and changes cameras one by one, as the video manager asks. */
@Service
class CameraDesk {

    private final CameraRepository cameras;
    private final StreamAddresses addresses;
    private final CameraNetworks networks;
    private final Grids grids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CameraDesk(
            CameraRepository cameras,
            StreamAddresses addresses,
            CameraNetworks networks,
            Grids grids,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cameras = cameras;
        this.addresses = addresses;
        this.networks = networks;
        this.grids = grids;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Camera enter(CameraRequest request, CurrentUser user) {
        Faults faults = new Faults();
        request.requireForNew(faults);
        Optional<GivenPlace> place = request.place(faults);
        Optional<GridAt> grid = place.flatMap(given -> judge(given, faults));
        CameraChange wanted = request.read(place, networks, faults);
        faults.throwIfAny();
        user.requireScope(grid.orElseThrow().code());
        String id = Optional.ofNullable(request.id())
                .filter(text -> !text.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
        if (cameras.existsById(id)) {
            throw new Rejected(CameraReason.EXISTS, id);
        }
        Camera camera = new Camera(id, request.sourceOrRtsp());
        camera.change(wanted, grid.map(GridAt::code));
        Camera saved = cameras.saveAndFlush(camera);
        wanted.access().over(Optional.empty()).ifPresent(address -> addresses.put(id, address));
        Map<String, String> details = Map.of(
                "name",
                saved.displayName(),
                "source",
                saved.source(),
                "placeType",
                saved.view().placeType().name());
        events.publishEvent(new CameraChanged(user.username(), "create", id, saved.gridCode(), details));
        return saved;
    }

    @Transactional
    public Camera change(String id, CameraRequest request, CurrentUser user) {
        // first of all: whoever may not see it hears nothing about the rest
        Camera camera =
                cameras.find(id, user.scope().like()).orElseThrow(() -> new Rejected(CameraReason.NOT_FOUND, id));
        Faults faults = new Faults();
        long seen = request.seenVersion(faults);
        Optional<GivenPlace> place = request.place(faults);
        Optional<GridAt> grid = place.flatMap(given -> judge(given, faults));
        CameraChange wanted = request.read(place, networks, faults);
        faults.throwIfAny();
        grid.ifPresent(to -> user.requireScope(to.code()));
        if (camera.version() != seen) {
            throw new Rejected(CameraReason.STALE_VERSION, camera.version()).with("current", CameraAnswer.from(camera));
        }
        Map<String, String> changes = new LinkedHashMap<>(camera.change(wanted, grid.map(GridAt::code)));
        if (wanted.access().changesAddress()) {
            wanted.access().over(addresses.find(id)).ifPresent(address -> addresses.put(id, address));
            camera.addressChanged();
            changes.put("address", "changed");
        }
        Camera saved = cameras.saveAndFlush(camera);
        events.publishEvent(new CameraChanged(user.username(), "change", id, saved.gridCode(), changes));
        return saved;
    }

    private Optional<GridAt> judge(GivenPlace place, Faults faults) {
        LocationCheck check = grids.map().check(place.degrees(), clock.instant());
        check.reportTo(faults, "location");
        return check.grid();
    }
}
