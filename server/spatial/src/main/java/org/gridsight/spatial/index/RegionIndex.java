package org.gridsight.spatial.index;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.locationtech.jts.geom.Geometry;

/**
 * Says which of many regions (polygons in degrees, numbered by their place in the list) holds a place. A place on a
 * border, or where regions overlap, belongs to the smallest number. Immutable: a raster over all regions knows for most
 * cells the answer at once, and for the others the few edges of the same raster row to be asked.
 */
public final class RegionIndex {

    private static final int CELLS_PER_REGION = 256;
    private static final int MAX_SIDE = 1024;
    private static final int[] NONE = {};

    private final Raster raster;
    private final RegionEdges[] regions;
    /** Per raster cell the numbers of the regions it may lie in, rising; {@code ~number} where it lies wholly inside. */
    private final int[][] candidates;

    private RegionIndex(Raster raster, RegionEdges[] regions, int[][] candidates) {
        this.raster = raster;
        this.regions = regions;
        this.candidates = candidates;
    }

    /** Regions are polygons or multipolygons in degrees, longitude first; an empty one holds nothing. */
    public static RegionIndex of(List<? extends Geometry> shapes) {
        int side = (int) Math.ceil(Math.sqrt((double) CELLS_PER_REGION * Math.max(1, shapes.size())));
        Raster raster = Raster.over(shapes, Math.min(MAX_SIDE, side));
        RegionEdges[] regions = new RegionEdges[shapes.size()];
        int[][] candidates = new int[raster.cells()][];
        Arrays.fill(candidates, NONE);
        for (int number = 0; number < regions.length; number++) {
            regions[number] = RegionEdges.of(shapes.get(number), raster);
            mark(candidates, raster, regions[number], number);
        }
        return new RegionIndex(raster, regions, candidates);
    }

    private static void mark(int[][] candidates, Raster raster, RegionEdges region, int number) {
        for (int row = region.firstRow(); row <= region.lastRow(); row++) {
            boolean[] edged = region.edgedColumns(row, raster);
            for (int column = region.firstColumn(); column <= region.lastColumn(); column++) {
                int cell = raster.cell(column, row);
                if (edged[column - region.firstColumn()]) {
                    candidates[cell] = append(candidates[cell], number);
                } else if (region.holds(raster.centreX(column), raster.centreY(row), row)) {
                    candidates[cell] = append(candidates[cell], ~number);
                }
            }
        }
    }

    private static int[] append(int[] list, int value) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = value;
        return longer;
    }

    public int size() {
        return regions.length;
    }

    /** The region that holds the place, borders included; empty outside of all. */
    public OptionalInt at(LngLat place) {
        if (!raster.covers(place.lng(), place.lat())) {
            return OptionalInt.empty();
        }
        int row = raster.row(place.lat());
        for (int candidate : candidates[raster.cell(raster.column(place.lng()), row)]) {
            if (candidate < 0) {
                return OptionalInt.of(~candidate);
            }
            if (regions[candidate].holds(place.lng(), place.lat(), row)) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }

    /** The region that holds the place, else the one whose border is nearest, up to a distance. */
    public OptionalInt nearest(LngLat place, double maxMetres) {
        OptionalInt holder = at(place);
        if (holder.isPresent() || regions.length == 0) {
            return holder;
        }
        Box reach = Box.around(place, maxMetres);
        int firstRow = raster.row(reach.south());
        int lastRow = raster.row(reach.north());
        double best = maxMetres;
        int nearest = -1;
        for (int number = 0; number < regions.length; number++) {
            if (regions[number].mayReach(reach)) {
                double metres = regions[number].metresToEdge(place, firstRow, lastRow);
                if (metres < best || (metres == best && nearest < 0)) {
                    best = metres;
                    nearest = number;
                }
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }
}
