package org.gridsight.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridAt;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.codes.GridCodeForm;
import org.gridsight.gisdata.crs.Crs;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.grid.HexTiling;
import org.gridsight.spatial.grid.PointCells;
import org.gridsight.spatial.grid.SquareTiling;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts a place into grids, measured in metres where the place lies, and names them: north to south, west to east inside
 * each village. Villages that are on the map in use stay; else named points are villages, or districts are made.
 */
final class GridGeneration {

    /** A piece of ground before it has a code; in degrees. */
    private record Piece(Geometry shape, Optional<String> village) {}

    private final Geometry outline;
    private final GridNames names;
    private final CodeBook codes;
    private final Optional<GridMap> inUse;
    private final java.time.Instant now;

    /** @param inUse the present map, when things were filed under it */
    GridGeneration(GridMap map, Optional<GridMap> inUse, List<Grid> present, GridCodeForm form, java.time.Instant now) {
        this.outline = map.place().outline().orElseThrow(() -> new Rejected(ExchangeReason.NOT_DEFINED));
        this.names = GridNames.like(map.place().name());
        this.inUse = inUse;
        this.now = now;
        this.codes = new CodeBook(map.place().code(), form, inUse, inUse.isPresent() ? present : List.of());
    }

    List<NewGrid> make(GenerationRequest.Wish wish) {
        List<Piece> pieces = assigned(cut(wish));
        List<NewGrid> grids = new ArrayList<>();
        for (Piece piece : pieces) {
            String village = piece.village().orElseThrow();
            String villageCode = codes.village(village);
            int number = codes.grid(villageCode);
            grids.add(new NewGrid(
                    codes.code(villageCode, number),
                    names.grid(village, number),
                    villageCode,
                    village,
                    Grid.Kind.BASIC,
                    0,
                    piece.shape()));
        }
        return grids;
    }

    private List<Piece> cut(GenerationRequest.Wish wish) {
        Crs metric = Crs.metricAt(outline.getEnvelopeInternal().centre());
        Geometry ground = metric.fromCgcs2000(outline);
        try {
            List<Polygon> cells;
            switch (wish.method()) {
                case SQUARES -> cells = new SquareTiling(ground, wish.sizeMetres()).cells();
                case HEXAGONS -> cells = new HexTiling(ground, wish.sizeMetres()).cells();
                default -> {
                    return cells(wish.seeds(), ground, metric);
                }
            }
            return cells.stream()
                    .map(cell -> new Piece(metric.toCgcs2000(cell), Optional.empty()))
                    .toList();
        } catch (IllegalArgumentException unsuitable) {
            String why = String.valueOf(unsuitable.getMessage());
            FieldFault fault = new FieldFault("sizeMetres", new Text("无法划分:" + why, why));
            throw new Rejected(CommonReason.INVALID, List.of(fault), 1);
        }
    }

    private List<Piece> cells(List<GenerationRequest.Seed> seeds, Geometry ground, Crs metric) {
        List<Coordinate> points =
                seeds.stream().map(seed -> metric.fromCgcs2000(seed.place())).toList();
        boolean named = seeds.stream().allMatch(seed -> seed.name().isPresent())
                && seeds.stream()
                                .map(GenerationRequest.Seed::name)
                                .collect(Collectors.toSet())
                                .size()
                        <= 700;
        List<Piece> pieces = new ArrayList<>();
        for (PointCells.Cell cell : new PointCells(ground, points).cells()) {
            Optional<String> village = named ? seeds.get(cell.point()).name() : Optional.empty();
            pieces.add(new Piece(metric.toCgcs2000(cell.shape()), village));
        }
        return pieces;
    }

    private List<Piece> assigned(List<Piece> pieces) {
        if (pieces.stream().allMatch(piece -> piece.village().isPresent())) {
            return pieces;
        }
        return inUse.map(map -> intoVillagesOf(map, pieces)).orElseGet(() -> intoDistricts(pieces));
    }

    private List<Piece> intoDistricts(List<Piece> pieces) {
        int[] districts =
                Districts.of(pieces.stream().map(piece -> middle(piece.shape())).toList());
        List<Piece> assigned = new ArrayList<>();
        for (int i = 0; i < districts.length; i++) {
            assigned.add(new Piece(pieces.get(i).shape(), Optional.of(names.village(districts[i] + 1))));
        }
        return assigned;
    }

    private List<Piece> intoVillagesOf(GridMap map, List<Piece> pieces) {
        List<Piece> assigned = new ArrayList<>();
        for (Piece piece : pieces) {
            Coordinate at = piece.shape().getInteriorPoint().getCoordinate();
            String village = map.at(new LngLat(at.x, at.y), now)
                    .map(GridAt::villageName)
                    .orElseGet(() -> nearestVillage(map, at));
            assigned.add(new Piece(piece.shape(), Optional.of(village)));
        }
        return assigned;
    }

    /** For ground that no grid held before. */
    private String nearestVillage(GridMap map, Coordinate at) {
        return map.list(org.gridsight.app.kernel.Scope.everything(), now).stream()
                .min(java.util.Comparator.comparingDouble(
                        grid -> middle(grid.shape()).distance(at)))
                .map(Grid::villageName)
                .orElseGet(() -> names.village(1));
    }

    private static Coordinate middle(Geometry shape) {
        return shape.getCentroid().getCoordinate();
    }
}
