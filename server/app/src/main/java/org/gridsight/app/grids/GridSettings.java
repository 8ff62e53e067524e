package org.gridsight.app.grids;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;
import org.gridsight.gisdata.codes.GridCodeForm;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How grid codes look in this region; {@code application.yml} is the manual. */
@Validated
@ConfigurationProperties("gridsight.grids")
record GridSettings(
        @Min(13) @Max(20) int codeDigits, @NotNull Pattern codePattern) {

    private static final int VILLAGE_DIGITS = 12;

    GridCodeForm codeForm() {
        return new GridCodeForm(VILLAGE_DIGITS, codeDigits, codePattern);
    }
}
