package org.gridsight.app;

import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product, or does one of its {@link Commands}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GridSight {

    public static void main(String[] arguments) {
        OptionalInt done = new Commands(System.out, System.err).run(arguments);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        SpringApplication.run(GridSight.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
