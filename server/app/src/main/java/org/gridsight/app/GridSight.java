package org.gridsight.app;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GridSight {

    public static void main(String[] arguments) {
        SpringApplication.run(GridSight.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
