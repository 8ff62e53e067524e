package org.gridsight.spatial.hotspot.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.SharedData;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;
import org.gridsight.spatial.hotspot.scan.Days;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A year of robberies of a real city: the forecast is not worse than plain counts, and says what it did. */
class CityForecastTest {

    @Test
    void isNotWorseThanPlainCountsInMemphis() {
        List<String[]> rows = SharedData.rows("points/memphis_robberies_2019.csv.gz");
        DatedPoints cases = DatedPoints.of(
                PlanarPoints.of(
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[6]))
                                .toArray(),
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[7]))
                                .toArray()),
                rows.stream()
                        .mapToInt(row ->
                                (int) LocalDate.parse(row[3].substring(0, 10)).toEpochDay())
                        .toArray());
        Coordinate[] corners = new Coordinate[cases.size()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(cases.places().x(i), cases.places().y(i));
        }
        SquareCells cells = SquareCells.inside(
                new GeometryFactory().createMultiPointFromCoords(corners).convexHull(), 150);
        int first = (int) LocalDate.of(2019, 7, 1).toEpochDay();
        BackTest.Origins origins =
                BackTest.Origins.within(new Days(first, cases.period().to()), 28);
        BackTestResult result = new BackTest(cells, cases, origins)
                .result(new LoadForecast(cells, cases, 0.01, 1), 0.01, 1, Run.alone());
        assertThat(result.periods()).hasSize(6);
        assertThat(result.ours().hits()).isGreaterThanOrEqualTo(result.plain().hits());
        assertThat(result.plain().pai()).isBetween(10.0, 20.0);
        assertThat(result.gain().high()).isPositive();
    }
}
