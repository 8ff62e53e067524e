package org.gridsight.app.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** A GeoJSON feature: geometry in CGCS2000 degrees, longitude first, or none; properties are the resource's own record. */
public record MapFeature(
        String id,
        @JsonSerialize(contentUsing = GeometryWriter.class) Optional<Geometry> geometry,
        Object properties) {

    @JsonProperty
    public String type() {
        return "Feature";
    }

    /** Writes eight decimals, about a millimetre. */
    static final class GeometryWriter extends ValueSerializer<Geometry> {

        @Override
        public void serialize(Geometry value, JsonGenerator generator, SerializationContext context) {
            GeoJsonWriter writer = new GeoJsonWriter(8);
            writer.setEncodeCRS(false);
            generator.writeRawValue(writer.write(value));
        }
    }
}
