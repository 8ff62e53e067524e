package org.gridsight.app.grids;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.codes.GridCodeForm;
import org.locationtech.jts.geom.Geometry;

/** Whether a list of grids can be a map: codes of the right form that were never another grid's, sound shapes. */
final class NewMapCheck {

    private static final int MOST_GRIDS = 50_000;
    private static final int MOST_FAULTS = 200;

    private final String placeCode;
    private final GridCodeForm form;
    private final Set<String> retired;
    private final Faults faults = new Faults();

    NewMapCheck(String placeCode, GridCodeForm form, List<String> retiredCodes) {
        this.placeCode = placeCode;
        this.form = form;
        this.retired = new HashSet<>(retiredCodes);
    }

    void check(List<NewGrid> grids) {
        if (grids.isEmpty() || grids.size() > MOST_GRIDS) {
            faults.add("grids", new Text("网格数须为 1-{0}。", "there must be 1 to {0} grids").with(MOST_GRIDS));
        }
        Set<String> seen = new HashSet<>();
        Map<String, String> villageNames = new HashMap<>();
        for (int i = 0; i < grids.size() && faults.list().size() < MOST_FAULTS; i++) {
            NewGrid grid = grids.get(i);
            String field = "grids[" + i + "]";
            checkCode(grid, field, seen);
            checkVillage(grid, field, villageNames);
            checkShape(grid.shape(), field + ".shape");
        }
        List<FieldFault> found = faults.list();
        if (!found.isEmpty()) {
            throw new Rejected(GridReason.BAD_MAP, found, found.size());
        }
    }

    private void checkCode(NewGrid grid, String field, Set<String> seen) {
        String code = grid.code();
        if (!form.fits(code) || !code.startsWith(grid.villageCode())) {
            faults.add(
                    field + ".code",
                    new Text(
                                    "网格代码 {0} 须为 {2} 位数字(序号大于零),并以村代码 {1} 开头。",
                                    "grid code {0} must be {2} digits, its sequence above zero, and begin with its village {1}")
                            .with(code, grid.villageCode(), form.length()));
        }
        if (!seen.add(code)) {
            faults.add(field + ".code", new Text("代码 {0} 重复。", "code {0} appears twice").with(code));
        }
        if (retired.contains(code)) {
            faults.add(
                    field + ".code",
                    new Text(
                                    "代码 {0} 曾属于已撤销的网格,不能再用。",
                                    "code {0} belonged to a grid that has ended and is not used again")
                            .with(code));
        }
        if (grid.name().isBlank() || grid.name().length() > 100) {
            faults.add(field + ".name", new Text("名称须为 1-100 个字符。", "a name must have 1-100 characters"));
        }
        if (grid.households() < 0) {
            faults.add(field + ".households", new Text("户数不能为负。", "households must not be negative"));
        }
    }

    private void checkVillage(NewGrid grid, String field, Map<String, String> names) {
        String code = grid.villageCode();
        if (!code.matches("\\d{12}") || !code.startsWith(placeCode)) {
            faults.add(
                    field + ".villageCode",
                    new Text("村代码 {0} 须为 12 位数字,并以 {1} 开头。", "village code {0} must be 12 digits and begin with {1}")
                            .with(code, placeCode));
        }
        String other = names.putIfAbsent(code, grid.villageName());
        if (grid.villageName().isBlank() || grid.villageName().length() > 100) {
            faults.add(
                    field + ".villageName", new Text("村名须为 1-100 个字符。", "a village name must have 1-100 characters"));
        } else if (other != null && !other.equals(grid.villageName())) {
            faults.add(
                    field + ".villageName",
                    new Text("村 {0} 有两个名称:{1}、{2}。", "village {0} has two names: {1}, {2}")
                            .with(code, other, grid.villageName()));
        }
    }

    private void checkShape(Geometry shape, String field) {
        if (shape.isEmpty() || shape.getDimension() != 2 || !shape.isValid() || !Shapes.inDegrees(shape)) {
            faults.add(field, new Text("须为有效的面,经纬度坐标。", "must be a valid area in degrees"));
        }
    }
}
