package org.gridsight.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** Bounds of the HTTP door; {@code application.yml} is the manual. */
@ConfigurationProperties("gridsight.http")
record HttpSettings(DataSize maxBody) {}
