package org.gridsight.app.riskpoints;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One risk point as a GeoJSON feature that also shows on top what a client needs for its next change. */
record RiskPointAnswer(
        String id, long version, RiskStatus status, PointShape geometry, RiskPointProperties properties) {

    /** A GeoJSON point. */
    record PointShape(List<Double> coordinates) {

        @JsonProperty
        String type() {
            return "Point";
        }
    }

    static RiskPointAnswer from(RiskPoint point) {
        RiskPointProperties properties = point.properties();
        return new RiskPointAnswer(
                properties.id(), properties.version(), properties.status(), new PointShape(point.lngLat()), properties);
    }

    @JsonProperty
    String type() {
        return "Feature";
    }
}
