package org.gridsight.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings that follow from others: the embedded database lies in the data directory, the demo belongs to the embedded
 * database, and a demo listens to this machine only. Refuses an embedded database that could lose acknowledged writes.
 */
public final class StartSettings implements EnvironmentPostProcessor {

    private static final String URL = "spring.datasource.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path dataDir = Path.of(environment.getProperty("gridsight.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
        String url = environment.getProperty(
                URL, "jdbc:h2:file:" + dataDir.resolve("gridsight") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        requireDurable(url);
        boolean embedded = url.startsWith("jdbc:h2:");
        boolean demo = environment.getProperty("gridsight.demo", Boolean.class, embedded);
        Map<String, Object> derived = new LinkedHashMap<>();
        derived.put("gridsight.data-dir", dataDir.toString());
        derived.put("gridsight.demo", demo);
        environment.getPropertySources().addFirst(new MapPropertySource("gridsight derived", derived));
        Map<String, Object> fallback = new LinkedHashMap<>();
        fallback.put(URL, url);
        if (url.startsWith("jdbc:postgresql:")) {
            // one statement for a batch of rows
            fallback.put("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
            // or a failed statement would be logged with its values, personal data among them
            fallback.put("spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");
        }
        if (embedded) {
            fallback.put("spring.datasource.username", "sa");
            fallback.put("spring.datasource.password", "");
        }
        if (demo) {
            fallback.put("server.address", "127.0.0.1");
        }
        environment.getPropertySources().addLast(new MapPropertySource("gridsight fallback", fallback));
    }

    /** Without WRITE_DELAY=0 a killed H2 loses acknowledged rows and may not open again (measured, decision 0002). */
    private static void requireDurable(String url) {
        if (url.startsWith("jdbc:h2:")
                && !url.toUpperCase(java.util.Locale.ROOT).contains(";WRITE_DELAY=0")) {
            throw new IllegalStateException(
                    "SPRING_DATASOURCE_URL names an H2 database without ;WRITE_DELAY=0 - add it, acknowledged writes depend on it");
        }
    }
}
