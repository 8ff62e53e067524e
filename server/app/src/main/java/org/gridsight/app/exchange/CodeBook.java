package org.gridsight.app.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.gisdata.codes.DivisionCode;
import org.gridsight.gisdata.codes.GridCodeForm;

/**
 * Gives out codes that were never another's: villages from 201 on, grids from 1 to 999, or as far as this region's codes
 * reach, inside each. A village that is on the map keeps its code.
 */
final class CodeBook {

    private static final int FIRST_VILLAGE = 201;
    private static final int LAST = 999;

    private final String placeCode;
    private final GridCodeForm form;
    private final Optional<GridMap> before;
    private final Map<String, String> villageCodes = new HashMap<>();
    private final Set<String> takenVillages = new HashSet<>();
    private final Set<String> takenGrids = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    /** @param before the map whose codes count as used; empty for a first map */
    CodeBook(String placeCode, GridCodeForm form, Optional<GridMap> before, List<Grid> present) {
        this.placeCode = placeCode;
        this.form = form;
        this.before = before;
        for (Grid grid : present) {
            villageCodes.putIfAbsent(grid.villageName(), grid.villageCode());
            takenVillages.add(grid.villageCode());
        }
    }

    /** Codes that come with the file. */
    void take(String villageCode, String villageName, String gridCode) {
        villageCodes.putIfAbsent(villageName, villageCode);
        takenVillages.add(villageCode);
        takenGrids.add(gridCode);
    }

    /** The code of the village of this name, a new one if it has none. */
    String village(String name) {
        return villageCodes.computeIfAbsent(name, unknown -> newVillage());
    }

    private String newVillage() {
        for (int number = FIRST_VILLAGE; number <= LAST; number++) {
            String code = placeCode + number;
            boolean ended =
                    before.isPresent() && before.get().find(code(code, 1)).isPresent();
            if (!ended && takenVillages.add(code)) {
                return code;
            }
        }
        throw new Rejected(ExchangeReason.CODES_EXHAUSTED, placeCode);
    }

    GridCodeForm form() {
        return form;
    }

    /** The next free number inside a village. */
    int grid(String villageCode) {
        int number = lastNumber.getOrDefault(villageCode, 0);
        do {
            number++;
            if (number > lastNumber()) {
                throw new Rejected(ExchangeReason.CODES_EXHAUSTED, villageCode);
            }
        } while (isUsed(code(villageCode, number)));
        lastNumber.put(villageCode, number);
        return number;
    }

    private boolean isUsed(String code) {
        return takenGrids.contains(code)
                || before.flatMap(map -> map.find(code)).isPresent();
    }

    private int lastNumber() {
        double numbers = Math.pow(10, form.length() - form.villageDigits());
        return (int) Math.min(LAST, numbers - 1);
    }

    String code(String villageCode, int number) {
        return form.of(DivisionCode.parse(villageCode), number).digits();
    }
}
