package org.gridsight.gisdata.demo;

import java.time.LocalDate;
import org.locationtech.jts.geom.Point;

/**
 * A place with a standing hazard.
 *
 * @param category RESERVOIR, SLOPE, SCHOOL, STORE, FOREST_EDGE or BRIDGE
 * @param level RED, YELLOW or BLUE
 */
public record DemoRiskPoint(String name, String category, String level, Site site, Care care) {

    /** Where it is. */
    public record Site(Point at, String gridCode) {}

    /** Who looks after it and how often; some are a little late, as in life. */
    public record Care(String owner, int cycleDays, LocalDate reviewedOn) {

        public LocalDate reviewBy() {
            return reviewedOn.plusDays(cycleDays);
        }
    }
}
