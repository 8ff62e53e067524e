package org.gridsight.app.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A GeoJSON feature collection. */
public record FeatureCollection(List<MapFeature> features) {

    @JsonProperty
    public String type() {
        return "FeatureCollection";
    }
}
