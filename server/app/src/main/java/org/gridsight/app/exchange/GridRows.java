package org.gridsight.app.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.RowFault;
import org.locationtech.jts.geom.Coordinate;

/**
 * Makes grids of the rows of a file. Codes of the file stay; where it has none, they are given village by village, north
 * to south and west to east. Rows of another township are left out, faulty ones are named.
 */
final class GridRows {

    /** What a person would take for a grid code, whatever this region's look like. */
    private static final String LIKE_A_CODE = "\\d{13,20}";

    private static final String VILLAGE_CODE = "\\d{12}";

    private final String placeCode;
    private final GridNames names;
    private final CodeBook codes;
    private final Map<String, String> knownVillages = new HashMap<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    GridRows(String placeCode, GridNames names, CodeBook codes, List<Grid> present) {
        this.placeCode = placeCode;
        this.names = names;
        this.codes = codes;
        present.forEach(grid -> knownVillages.put(grid.villageCode(), grid.villageName()));
    }

    List<RefusedRow> refused() {
        return refused;
    }

    List<NewGrid> grids(List<GridRow> rows) {
        boolean coded = rows.stream()
                .anyMatch(row ->
                        row.code().filter(code -> code.matches(LIKE_A_CODE)).isPresent());
        List<GridRow> good = rows.stream().filter(row -> isGood(row, coded)).toList();
        for (GridRow row : good) {
            String villageCode = row.villageCode().orElse("");
            row.villageName()
                    .ifPresent(
                            name -> knownVillages.putIfAbsent(villageCodeOf(row).orElse(villageCode), name));
        }
        return coded ? good.stream().map(this::coded).toList() : uncoded(good);
    }

    private boolean isGood(GridRow row, boolean coded) {
        if (row.shape().getDimension() != 2) {
            return refuse(
                    row,
                    RowFault.Code.UNREADABLE_GEOMETRY,
                    new Text("须为面,实为 {0}。", "must be an area, was a {0}")
                            .with(row.shape().getGeometryType()));
        }
        if (row.households().filter(text -> !text.matches("\\d{1,7}")).isPresent()) {
            return refuse(
                    row,
                    RowFault.Code.NUMBER,
                    new Text("户数不是整数:{0}。", "households is no whole number: {0}")
                            .with(row.households().get()));
        }
        if (coded) {
            return isGoodCode(row);
        }
        return isOurs(row, row.villageCode().orElse(placeCode));
    }

    private boolean isGoodCode(GridRow row) {
        Optional<String> code = code(row);
        if (code.isEmpty()) {
            return refuse(
                    row,
                    RowFault.Code.BAD_CODE,
                    new Text(
                                    "网格代码须为 {1} 位数字(12 位村代码加序号),收到 {0}。位数由 gridsight.grids.code-digits 设置。",
                                    "a grid code has {1} digits here (its village's 12 and a sequence), was {0}; set by gridsight.grids.code-digits")
                            .with(row.code().orElse(""), codes.form().length()));
        }
        if (!isOurs(row, code.get())) {
            return false;
        }
        if (row.villageCode().filter(village -> !code.get().startsWith(village)).isPresent()) {
            return refuse(
                    row,
                    RowFault.Code.BAD_CODE,
                    new Text("网格代码 {0} 不以村代码 {1} 开头。", "grid code {0} does not begin with its village {1}")
                            .with(code.get(), row.villageCode().get()));
        }
        return seen.add(code.get())
                || refuse(
                        row,
                        RowFault.Code.DUPLICATE_CODE,
                        new Text("代码 {0} 重复。", "code {0} appears twice").with(code.get()));
    }

    private boolean isOurs(GridRow row, String code) {
        if (code.startsWith(placeCode)) {
            return true;
        }
        Text reason =
                new Text("代码 {0} 不属于本辖区 {1}。", "code {0} belongs to another place than {1}").with(code, placeCode);
        refused.add(new RefusedRow(row.number(), "row.other-place", reason, false));
        return false;
    }

    private boolean refuse(GridRow row, RowFault.Code code, Text reason) {
        refused.add(RefusedRow.of(row.number(), code, reason));
        return false;
    }

    private Optional<String> code(GridRow row) {
        return row.code().filter(codes.form()::fits);
    }

    private Optional<String> villageCodeOf(GridRow row) {
        return row.villageCode()
                .filter(code -> code.matches(VILLAGE_CODE))
                .or(() -> code(row).map(code -> code.substring(0, 12)));
    }

    private NewGrid coded(GridRow row) {
        String code = code(row).orElseThrow();
        String villageCode = villageCodeOf(row).orElseThrow();
        String village = knownVillages.getOrDefault(villageCode, villageCode);
        return grid(row, code, villageCode, village);
    }

    private List<NewGrid> uncoded(List<GridRow> rows) {
        List<GridRow> ordered = new ArrayList<>(rows);
        double band = band(rows);
        ordered.sort(java.util.Comparator.<GridRow>comparingDouble(row -> -Math.floor(middle(row).y / band))
                .thenComparingDouble(row -> middle(row).x));
        int[] districts = Districts.of(ordered.stream().map(GridRows::middle).toList());
        List<NewGrid> grids = new ArrayList<>();
        for (int i = 0; i < districts.length; i++) {
            GridRow row = ordered.get(i);
            String district = names.village(districts[i] + 1);
            String village = row.villageName()
                    .or(() -> villageCodeOf(row).map(code -> knownVillages.getOrDefault(code, code)))
                    .orElse(district);
            String villageCode = villageCodeOf(row).orElseGet(() -> codes.village(village));
            grids.add(grid(row, codes.code(villageCode, codes.grid(villageCode)), villageCode, village));
        }
        return grids;
    }

    private NewGrid grid(GridRow row, String code, String villageCode, String village) {
        int number = Integer.parseInt(code.substring(Math.max(12, code.length() - 6)));
        String name = row.name().orElseGet(() -> names.grid(village, number));
        int households = row.households().map(Integer::valueOf).orElse(0);
        return new NewGrid(code, name, villageCode, village, row.kind(), households, row.shape());
    }

    /** Rows that overlap north to south by half count as one line of reading. */
    private static double band(List<GridRow> rows) {
        return rows.stream()
                .mapToDouble(row -> row.shape().getEnvelopeInternal().getHeight())
                .average()
                .stream()
                .filter(height -> height > 0)
                .findFirst()
                .orElse(1);
    }

    private static Coordinate middle(GridRow row) {
        return row.shape().getCentroid().getCoordinate();
    }
}
