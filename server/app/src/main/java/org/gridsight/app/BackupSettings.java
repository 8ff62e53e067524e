package org.gridsight.app;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the product's own backups go, and whether it can make them. */
@Component
record BackupSettings(
        @Value("${gridsight.data-dir}") String dataDir,
        @Value("${spring.datasource.url}") String databaseUrl) {

    Path folder() {
        return Path.of(dataDir, "backups");
    }

    boolean isEmbedded() {
        return databaseUrl.startsWith("jdbc:h2:");
    }
}
