package org.gridsight.app.incidents.photos;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of photos; {@code application.yml} is the manual.
 *
 * @param unfinishedPerPerson announced bytes of all uploads one account has begun and not ended
 * @param freeFloor below so much free space on the disk no photo is taken
 */
@ConfigurationProperties("gridsight.photos")
record PhotoSettings(
        DataSize maxFile,
        int perCase,
        DataSize unfinishedPerPerson,
        Duration unfinishedFor,
        Duration waitForIncident,
        int maxMegapixels,
        int longestSide,
        DataSize freeFloor) {

    PhotoSettings {
        if (perCase < 1 || maxMegapixels < 1 || longestSide < PhotoFolder.SMALL) {
            throw new IllegalArgumentException(
                    "gridsight.photos: per-case and max-megapixels must be above 0, longest-side at least "
                            + PhotoFolder.SMALL);
        }
    }
}
