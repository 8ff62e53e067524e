package org.gridsight.app.cameras.evidence;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The folder {@code evidence} in the data directory, with its floor of free space. */
@Configuration
class EvidenceSetup {

    @Bean
    EvidenceFolder evidenceFolder(@Value("${gridsight.data-dir}") String dataDir, EvidenceSettings settings) {
        return new EvidenceFolder(
                Path.of(dataDir, "evidence"), settings.freeFloor().toBytes());
    }
}
