package org.gridsight.app.grids;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The customer's own raster below everything, if any; {@code application.yml} is the manual. */
@Validated
@ConfigurationProperties("gridsight.map")
record MapSettings(
        @NotNull String sourceUrl,
        @Pattern(regexp = "xyz|wmts") String sourceKind,
        @Pattern(regexp = "wgs84|gcj02") String sourceCrs,
        @NotNull String sourceAttribution,
        @Min(1) @Max(22) int sourceMaxZoom) {

    /** As the page gets it. */
    record Source(String kind, String url, String crs, String attribution, int maxZoom) {}

    Optional<Source> source() {
        return sourceUrl.isBlank()
                ? Optional.empty()
                : Optional.of(new Source(sourceKind, sourceUrl, sourceCrs, sourceAttribution, sourceMaxZoom));
    }
}
