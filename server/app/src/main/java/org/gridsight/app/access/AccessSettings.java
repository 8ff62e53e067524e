package org.gridsight.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Bounds of the door; {@code application.yml} is the manual. */
@ConfigurationProperties("gridsight.access")
record AccessSettings(int lockAfter, Duration lockFor, int tokenDays, int idempotencyDays, Duration readRecordEvery) {}
