package org.gridsight.app.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.grids.Grid;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.FeatureTable;
import org.gridsight.gisdata.topology.CodedPolygon;
import org.gridsight.gisdata.topology.CoverageCheck;
import org.gridsight.gisdata.topology.CoverageTolerance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads, makes and stores maps of grids. Preparing changes nothing; storing is one transaction. */
@Service
class GridImport {

    /** A file turned into grids, not stored yet. */
    record Prepared(
            SentFile file,
            List<NewGrid> grids,
            List<RefusedRow> refused,
            List<Text> notes,
            ImportReport.Topology topology,
            Map<String, String> columns) {

        boolean isFaulty() {
            return refused.stream().anyMatch(RefusedRow::blocking);
        }

        ImportReport report(Locale locale, boolean dryRun) {
            return new ImportReport(
                    grids.size(),
                    dryRun,
                    topology,
                    ImportReport.rows(refused, locale),
                    ImportReport.texts(notes, locale),
                    ImportReport.Reading.of(file.table()),
                    columns);
        }
    }

    /** How much was made. */
    record Made(int grids, int villages, boolean dryRun) {

        static Made of(List<NewGrid> grids, boolean dryRun) {
            long villages = grids.stream().map(NewGrid::villageCode).distinct().count();
            return new Made(grids.size(), (int) villages, dryRun);
        }
    }

    private final Grids grids;
    private final PlaceSetUp setUp;
    private final Clock clock;

    GridImport(Grids grids, PlaceSetUp setUp, Clock clock) {
        this.grids = grids;
        this.setUp = setUp;
        this.clock = clock;
    }

    void requirePlace() {
        if (!grids.isSetUp()) {
            throw new Rejected(ExchangeReason.NOT_DEFINED);
        }
    }

    Prepared prepare(SentFile file, GridColumns.Given given, Faults faults) {
        GridMap map = grids.map();
        FeatureTable table = file.table();
        GridColumns columns = GridColumns.of(table.columns(), given, faults);
        faults.throwIfAny();
        List<Grid> present = grids.list(Scope.everything());
        GridRows rows = new GridRows(
                map.place().code(),
                GridNames.like(map.place().name()),
                new CodeBook(map.place().code(), grids.codeForm(), inUse(map), present),
                present);
        List<NewGrid> made = rows.grids(
                table.features().stream().map(row -> GridRow.of(row, columns)).toList());
        List<RefusedRow> refused = new ArrayList<>(rows.refused());
        table.faults().forEach(fault -> refused.add(RefusedRow.of(fault)));
        refused.sort(java.util.Comparator.comparingLong(RefusedRow::row));
        List<Text> notes = new ArrayList<>(file.notes());
        ShiftWarning.of(map.place(), made).ifPresent(notes::add);
        return new Prepared(file, made, refused, notes, topology(map, made, table), columns.used());
    }

    private static ImportReport.Topology topology(GridMap map, List<NewGrid> made, FeatureTable table) {
        List<CodedPolygon> polygons = made.stream()
                .map(grid -> new CodedPolygon(grid.code(), grid.shape()))
                .toList();
        CoverageCheck check =
                new CoverageCheck(polygons, map.place().outline(), CoverageTolerance.defaults(), table.crs());
        return ImportReport.Topology.of(check.coverage());
    }

    List<NewGrid> generate(GenerationRequest.Wish wish) {
        GridMap map = grids.map();
        List<Grid> present = grids.list(Scope.everything());
        return new GridGeneration(map, inUse(map), present, grids.codeForm(), clock.instant()).make(wish);
    }

    /** The present map, unless it is only a draft that the next one replaces from the beginning. */
    private Optional<GridMap> inUse(GridMap map) {
        return setUp.startOfNextMap().equals(PlaceSetUp.BEGINNING) ? Optional.empty() : Optional.of(map);
    }

    @Transactional
    public void store(List<NewGrid> made, @Nullable String validFrom, String actor) {
        Faults faults = new Faults();
        Instant from = faults.instant("validFrom", validFrom).orElseGet(setUp::startOfNextMap);
        faults.throwIfAny();
        setUp.replaceGrids(made, from, actor);
    }
}
