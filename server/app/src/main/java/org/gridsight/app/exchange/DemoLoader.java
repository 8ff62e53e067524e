package org.gridsight.app.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.cameras.CameraStatus;
import org.gridsight.app.cameras.Cameras;
import org.gridsight.app.cameras.NewCamera;
import org.gridsight.app.dispatch.NewWorker;
import org.gridsight.app.dispatch.Workforce;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.riskpoints.NewRiskPoint;
import org.gridsight.app.riskpoints.RiskCategory;
import org.gridsight.app.riskpoints.RiskLevel;
import org.gridsight.app.riskpoints.RiskPoints;
import org.gridsight.app.riskpoints.RiskStatus;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.gisdata.demo.DemoCamera;
import org.gridsight.gisdata.demo.DemoRiskPoint;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.gisdata.demo.DemoVillage;
import org.gridsight.gisdata.demo.DemoWorker;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;
import org.locationtech.jts.geom.Point;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the synthetic township, through the public faces of the rooms. The accounts come last and
 * in the same transaction as the history: without them the load did not finish and is done again at the next start.
 */
@Component
@Order(10)
class DemoLoader implements ApplicationRunner {

    static final String ACTOR = "system:demo";

    private final DemoSettings settings;
    private final DemoTown towns;
    private final Accounts accounts;
    private final PlaceSetUp places;
    private final Grids grids;
    private final RiskPoints riskPoints;
    private final Cameras cameras;
    private final Workforce workforce;
    private final DemoHistory history;
    private final DemoAccounts demoAccounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoLoader(
            DemoSettings settings,
            DemoTown towns,
            Accounts accounts,
            PlaceSetUp places,
            Grids grids,
            RiskPoints riskPoints,
            Cameras cameras,
            Workforce workforce,
            DemoHistory history,
            DemoAccounts demoAccounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.towns = towns;
        this.accounts = accounts;
        this.places = places;
        this.grids = grids;
        this.riskPoints = riskPoints;
        this.cameras = cameras;
        this.workforce = workforce;
        this.history = history;
        this.demoAccounts = demoAccounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.demo() || !accounts.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        DemoTownship town = towns.at(now);
        transaction.executeWithoutResult(status -> loadMap(town));
        transaction.executeWithoutResult(status -> {
            loadThings(town);
            history.load(town);
            demoAccounts.open(town, ACTOR);
        });
    }

    private void loadMap(DemoTownship town) {
        places.define(DemoTownship.CODE, DemoTownship.NAME, town.outline(), true, ACTOR);
        Map<String, DemoVillage> villages =
                town.villages().stream().collect(Collectors.toMap(DemoVillage::code, Function.identity()));
        places.replaceGrids(
                town.grids().stream()
                        .map(grid -> new NewGrid(
                                grid.code(),
                                grid.name(),
                                grid.villageCode(),
                                Optional.ofNullable(villages.get(grid.villageCode()))
                                        .orElseThrow()
                                        .name(),
                                Grid.Kind.BASIC,
                                grid.households(),
                                grid.boundary()))
                        .toList(),
                PlaceSetUp.BEGINNING,
                ACTOR);
        places.putLayer(
                BaseLayer.ROADS,
                town.roads().stream()
                        .map(road -> new BaseLayer.Feature(road.name(), road.roadClass(), road.line()))
                        .toList(),
                ACTOR);
        places.putLayer(BaseLayer.WATER, patches(town, "water"), ACTOR);
        places.putLayer(BaseLayer.GREEN, patches(town, "green"), ACTOR);
        places.putLayer(
                BaseLayer.BUILDINGS,
                town.houses().stream()
                        .map(house -> new BaseLayer.Feature("", "", house))
                        .toList(),
                ACTOR);
        places.putLayer(
                BaseLayer.NATURAL_VILLAGES,
                town.naturalVillages().stream()
                        .map(village -> new BaseLayer.Feature(village.name(), "", village.at()))
                        .toList(),
                ACTOR);
    }

    private static List<BaseLayer.Feature> patches(DemoTownship town, String kind) {
        return town.patches().stream()
                .filter(patch -> patch.kind().equals(kind))
                .map(patch -> new BaseLayer.Feature(patch.name(), "", patch.area()))
                .toList();
    }

    private void loadThings(DemoTownship town) {
        riskPoints.register(
                town.riskPoints().stream().map(DemoLoader::riskPoint).toList(), ACTOR);
        cameras.register(town.cameras().stream().map(this::camera).toList(), ACTOR);
        workforce.register(town.workers().stream().map(DemoLoader::worker).toList(), ACTOR);
    }

    private static NewRiskPoint riskPoint(DemoRiskPoint point) {
        Crs crs = Crs.cgcs2000();
        Point at = point.site().at();
        return new NewRiskPoint(
                point.name(),
                RiskCategory.valueOf(point.category()),
                RiskLevel.valueOf(point.level()),
                RiskStatus.ACTIVE,
                new NewRiskPoint.Care(
                        point.care().owner(),
                        point.care().cycleDays(),
                        Optional.of(point.care().reviewedOn()),
                        Optional.empty()),
                new GivenPlace(at.getCoordinate(), crs.name(), at.getCoordinate(), crs.method(), crs.accuracyMetres()),
                "");
    }

    private NewCamera camera(DemoCamera camera) {
        DemoCamera.View view = camera.view();
        LngLat place = lngLat(view.at());
        return new NewCamera(
                camera.id(),
                camera.name(),
                grids.at(place, clock.instant()).orElseThrow().code(),
                new ViewCone(place, view.azimuthDegrees(), view.fieldOfViewDegrees(), view.rangeMetres()),
                CameraStatus.valueOf(camera.status()),
                "gb28181");
    }

    private static NewWorker worker(DemoWorker worker) {
        return new NewWorker(
                worker.id(),
                worker.person().name(),
                worker.post().gridCode(),
                java.util.Set.copyOf(worker.skills()),
                worker.post().onDuty());
    }

    static LngLat lngLat(Point point) {
        return new LngLat(point.getX(), point.getY());
    }
}
