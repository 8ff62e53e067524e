package org.gridsight.gisdata.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Everything that does not move while the town is being drawn, in metres: land, division, roads, landscape. Depends on the
 * seed alone.
 */
final class Town {

    private final Draws draws;
    private final Countryside countryside;
    private final Division division;
    private final RoadNet roads;
    private final Landscape landscape;
    private final IndexedPointInAreaLocator inside;
    private final IndexedPointInAreaLocator[] gridAreas;

    Town(long seed) {
        this.draws = new Draws(seed);
        this.countryside = new Countryside(draws.branch("countryside"));
        List<Hamlet> hamlets = countryside.hamlets();
        Mosaic mosaic = new Mosaic(countryside.border(), hamlets, draws.branch("mosaic"));
        this.division = new Division(hamlets, mosaic, draws.branch("division"));
        this.roads = new RoadNet(countryside.border(), hamlets, countryside.seat(), draws.branch("roads"));
        this.landscape = new Landscape(countryside.border(), hamlets, mosaic, roads, draws.branch("landscape"));
        this.inside = new IndexedPointInAreaLocator(countryside.border());
        this.gridAreas = division.grids().stream()
                .map(grid -> new IndexedPointInAreaLocator(grid.land()))
                .toArray(IndexedPointInAreaLocator[]::new);
    }

    /** A stream of its own for one part of the township. */
    Draws draws(String part) {
        return draws.branch(part);
    }

    Countryside countryside() {
        return countryside;
    }

    List<Hamlet> hamlets() {
        return countryside.hamlets();
    }

    Division division() {
        return division;
    }

    RoadNet roads() {
        return roads;
    }

    Landscape landscape() {
        return landscape;
    }

    /** The yard of the town hall, a little off the crossing it stands at. */
    Coordinate townHall() {
        Coordinate crossing = countryside.seat().at();
        return TownPlane.snapped(crossing.x + 34, crossing.y + 21);
    }

    boolean contains(Coordinate place) {
        return inside.locate(place) != Location.EXTERIOR;
    }

    /** Empty outside the town; on a border the grid with the smaller code. */
    Optional<Division.Region> gridAt(Coordinate place) {
        for (int i = 0; i < gridAreas.length; i++) {
            Division.Region grid = division.grids().get(i);
            if (grid.land().getEnvelopeInternal().contains(place) && gridAreas[i].locate(place) != Location.EXTERIOR) {
                return Optional.of(grid);
            }
        }
        return Optional.empty();
    }

    /** Chances of the hamlets by households. */
    double[] householdShares() {
        double[] shares = hamlets().stream().mapToDouble(Hamlet::households).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(h -> h / sum).toArray();
    }
}
