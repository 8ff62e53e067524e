package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The administrative division while the town is being drawn: 24 villages named by the solar terms, and their grids of
 * about 300 households. A region lists its hamlets; its land is the union of their cells.
 */
final class Division {

    static final String TOWN_CODE = "990001101";
    static final int GRIDS = 37;

    private static final int GRID_HOUSEHOLDS = 300;
    private static final List<String> SOLAR_TERMS =
            List.of(("立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒").split(" "));

    /** A village or a grid: code, name, the hamlets in it, and its land in metres. */
    record Region(String code, String name, List<Hamlet> hamlets, Polygon land) {

        int households() {
            return hamlets.stream().mapToInt(Hamlet::households).sum();
        }

        int people() {
            return hamlets.stream().mapToInt(Hamlet::people).sum();
        }

        /** The largest hamlet, where the village committee sits. */
        Hamlet seat() {
            return hamlets.stream()
                    .max(Comparator.comparingInt(Hamlet::households))
                    .orElseThrow();
        }
    }

    private final List<Region> villages;
    private final List<Region> grids;
    private final int[] gridOf = new int[Countryside.HAMLETS];
    private final int[] villageOf = new int[Countryside.HAMLETS];

    Division(List<Hamlet> hamlets, Mosaic mosaic, Draws draws) {
        List<Region> named = new ArrayList<>();
        List<Region> raw = regions(hamlets, mosaic, SOLAR_TERMS.size(), draws.branch("villages"));
        raw.sort(Comparator.comparingDouble(Division::band).thenComparingDouble(Division::west));
        for (int i = 0; i < raw.size(); i++) {
            String code = TOWN_CODE + (201 + i);
            named.add(new Region(
                    code,
                    SOLAR_TERMS.get(i) + "村",
                    raw.get(i).hamlets(),
                    raw.get(i).land()));
        }
        this.villages = List.copyOf(named);
        this.grids = List.copyOf(grids(mosaic, draws.branch("grids")));
        note(villages, villageOf);
        note(grids, gridOf);
    }

    List<Region> villages() {
        return villages;
    }

    List<Region> grids() {
        return grids;
    }

    Region villageOf(Hamlet hamlet) {
        return villages.get(villageOf[hamlet.index()]);
    }

    Region gridOf(Hamlet hamlet) {
        return grids.get(gridOf[hamlet.index()]);
    }

    private List<Region> grids(Mosaic mosaic, Draws draws) {
        double target = householdsPerGrid();
        List<Region> grids = new ArrayList<>();
        for (Region village : villages) {
            List<Region> parts =
                    regions(village.hamlets(), mosaic, gridsIn(village, target), draws.branch(grids.size()));
            parts.sort(Comparator.comparingDouble(Division::west).thenComparingDouble(r -> -north(r)));
            for (int i = 0; i < parts.size(); i++) {
                String code = village.code() + String.format(Locale.ROOT, "%03d", i + 1);
                String name = village.name() + "第" + (i + 1) + "网格";
                grids.add(new Region(
                        code, name, parts.get(i).hamlets(), parts.get(i).land()));
            }
        }
        return grids;
    }

    /** The number nearest to 300 households that gives 37 grids; 300 itself when none does. */
    private double householdsPerGrid() {
        for (int step = 0; step <= 480; step++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double target = GRID_HOUSEHOLDS + sign * step * 0.25;
                if (villages.stream().mapToInt(v -> gridsIn(v, target)).sum() == GRIDS) {
                    return target;
                }
            }
        }
        return GRID_HOUSEHOLDS;
    }

    private static int gridsIn(Region village, double target) {
        int wanted = (int) StrictMath.rint(village.households() / target);
        return Math.max(1, Math.min(village.hamlets().size(), wanted));
    }

    private static List<Region> regions(List<Hamlet> hamlets, Mosaic mosaic, int count, Draws draws) {
        int[] labels = new Regions(hamlets, mosaic, count).labels(draws);
        List<Region> regions = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            List<Hamlet> members = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    members.add(hamlets.get(i));
                }
            }
            Polygon land = (Polygon) mosaic.union(members);
            regions.add(new Region("", "", List.copyOf(members), land));
        }
        return regions;
    }

    private static void note(List<Region> regions, int[] regionOf) {
        for (int i = 0; i < regions.size(); i++) {
            for (Hamlet hamlet : regions.get(i).hamlets()) {
                regionOf[hamlet.index()] = i;
            }
        }
    }

    /** Villages are numbered in five bands from north to south, in each from west to east. */
    private static double band(Region region) {
        return -StrictMath.floor(north(region) / 2000);
    }

    private static double west(Region region) {
        return centre(region).x;
    }

    private static double north(Region region) {
        return centre(region).y;
    }

    private static Coordinate centre(Region region) {
        return region.land().getCentroid().getCoordinate();
    }
}
