package org.gridsight.app.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.Feature;
import org.gridsight.gisdata.format.FeatureTable;
import org.gridsight.gisdata.format.RowFault;

/** The rows of a file as features of a base map layer; rows of the wrong kind of shape are refused one by one. */
record LayerRows(List<BaseLayer.Feature> features, List<RefusedRow> refused, Map<String, String> columns) {

    private static final List<String> NAMES = List.of("名称", "name", "mc", "title", "道路名称", "自然村", "村名");
    private static final List<String> CLASSES =
            List.of("class", "等级", "道路等级", "类型", "fclass", "highway", "type", "kind");
    private static final Set<String> MAIN =
            Set.of("main", "motorway", "trunk", "primary", "secondary", "高速", "国道", "省道", "县道", "主干路", "主干道", "干线");

    static LayerRows of(BaseLayer layer, FeatureTable table, PlaceFilesController.LayerForm form, Faults faults) {
        Columns columns = new Columns(table.columns(), faults);
        Optional<String> name = columns.find("nameColumn", form.nameColumn(), NAMES);
        Optional<String> kind = columns.find("classColumn", form.classColumn(), CLASSES);
        List<BaseLayer.Feature> features = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        table.faults().forEach(fault -> refused.add(RefusedRow.of(fault)));
        for (Feature row : table.features()) {
            if (fits(layer, row.geometry().getDimension())) {
                String words = kind.flatMap(row::text).orElse("");
                features.add(new BaseLayer.Feature(
                        shortened(name.flatMap(row::text).orElse(""), 200),
                        layer == BaseLayer.ROADS ? roadClass(words) : shortened(words, 50),
                        row.geometry()));
            } else {
                refused.add(RefusedRow.of(
                        row.row(),
                        RowFault.Code.UNREADABLE_GEOMETRY,
                        new Text("图形类型 {0} 不适合图层 {1}。", "a {0} does not fit the layer {1}")
                                .with(row.geometry().getGeometryType(), layer.wireName())));
            }
        }
        Map<String, String> used = new LinkedHashMap<>();
        name.ifPresent(column -> used.put("name", column));
        kind.ifPresent(column -> used.put("class", column));
        return new LayerRows(features, refused, used);
    }

    private static boolean fits(BaseLayer layer, int dimension) {
        return switch (layer) {
            case ROADS -> dimension == 1;
            case WATER -> dimension >= 1;
            case GREEN, BUILDINGS -> dimension == 2;
            case NATURAL_VILLAGES -> dimension == 0;
        };
    }

    private static String roadClass(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return MAIN.stream().anyMatch(lower::startsWith) ? "main" : "minor";
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
