package org.gridsight.app.cameras.evidence;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of what is kept; {@code application.yml} is the manual.
 *
 * @param freeFloor below so much free space on the disk nothing is recorded
 * @param checkDiskEvery how often that is looked at while nothing is recorded
 * @param retentionDays every clip is kept so long at least
 * @param ceilingDays without a hold no clip is kept longer, unless its camera has a ceiling of its own
 * @param zone of the clock in exported copies
 */
@ConfigurationProperties("gridsight.evidence")
record EvidenceSettings(
        int maxMinutes,
        DataSize maxClip,
        int atOnce,
        int atOncePerPerson,
        DataSize freeFloor,
        Duration checkDiskEvery,
        int retentionDays,
        int ceilingDays,
        int exportDays,
        Duration exportTimeout,
        ZoneId zone) {

    /** Decree 799 art. 17. */
    static final int LEAST_RETENTION_DAYS = 30;

    EvidenceSettings {
        if (retentionDays < LEAST_RETENTION_DAYS || ceilingDays < retentionDays) {
            throw new IllegalArgumentException(
                    "gridsight.evidence.retention-days must be at least " + LEAST_RETENTION_DAYS
                            + " and at most ceiling-days, were " + retentionDays + " and " + ceilingDays);
        }
        if (checkDiskEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "gridsight.evidence.check-disk-every must be at least 1s, was " + checkDiskEvery);
        }
        if (maxMinutes < 1 || atOnce < 1 || atOncePerPerson < 1 || exportDays < 1) {
            throw new IllegalArgumentException(
                    "gridsight.evidence: minutes, clips at once and export days must be above 0");
        }
    }
}
