package org.gridsight.gisdata.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.gisdata.format.CsvRow;
import org.gridsight.gisdata.format.CsvRows;
import org.gridsight.gisdata.format.FileRefused;
import org.gridsight.gisdata.format.ReadLimits;
import org.gridsight.gisdata.format.RowFault;

/** Areas and their names from a CSV list: one column with the code (2 to 12 digits), one with the name. Sorted by code. */
public final class DivisionList {

    private static final List<String> CODE_COLUMNS = List.of("code12", "code", "统计用区划代码", "区划代码", "代码");
    private static final List<String> NAME_COLUMNS = List.of("name", "名称", "区划名称");

    private final TreeMap<String, String> names = new TreeMap<>();
    private final List<RowFault> faults = new ArrayList<>();

    private DivisionList() {}

    /** @throws FileRefused when the file cannot be taken at all; bad rows are {@link #faults} */
    public static DivisionList read(Path path, String fileName, ReadLimits limits) {
        DivisionList list = new DivisionList();
        try (CsvRows rows = CsvRows.open(path, fileName, limits, Optional.empty())) {
            String code = column(rows.columns(), CODE_COLUMNS);
            String name = column(rows.columns(), NAME_COLUMNS);
            for (CsvRow row : rows) {
                list.take(row, code, name);
            }
        }
        return list;
    }

    public int size() {
        return names.size();
    }

    public List<RowFault> faults() {
        return List.copyOf(faults);
    }

    public Optional<String> name(DivisionCode code) {
        return Optional.ofNullable(names.get(code.digits()));
    }

    /** All listed areas of a level inside another one. */
    public List<DivisionCode> inside(DivisionCode area, DivisionLevel level) {
        String prefix = area.shortForm();
        return names.subMap(prefix, prefix + ":").keySet().stream()
                .map(DivisionCode::new)
                .filter(code -> code.level() == level)
                .toList();
    }

    /** Code digits to name, sorted. */
    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    private void take(CsvRow row, String codeColumn, String nameColumn) {
        if (row.fault().isPresent()) {
            faults.add(row.fault().get());
            return;
        }
        String code = row.find(codeColumn).orElse("");
        Optional<String> name = row.find(nameColumn);
        try {
            String digits = DivisionCode.parse(code).digits();
            if (name.isEmpty()) {
                faults.add(new RowFault(row.number(), RowFault.Code.NO_NAME, "code " + digits + " has no name"));
            } else if (names.putIfAbsent(digits, name.get()) != null) {
                faults.add(new RowFault(row.number(), RowFault.Code.DUPLICATE_CODE, "code " + digits + " came before"));
            }
        } catch (IllegalArgumentException e) {
            faults.add(new RowFault(row.number(), RowFault.Code.BAD_CODE, String.valueOf(e.getMessage())));
        }
    }

    private static String column(List<String> columns, List<String> names) {
        for (String name : names) {
            for (String column : columns) {
                if (column.toLowerCase(Locale.ROOT).equals(name)) {
                    return column;
                }
            }
        }
        throw FileRefused.missingColumn(names);
    }
}
