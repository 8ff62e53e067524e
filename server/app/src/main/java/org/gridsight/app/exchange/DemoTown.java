package org.gridsight.app.exchange;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.gisdata.demo.DemoTownship;
import org.springframework.stereotype.Component;

/**
 * The generated township, made once per start: loading it and living in it need the same one. Used by one thread at a
 * time: the starting one, then the scheduler.
 */
@Component
class DemoTown {

    private final DemoSettings settings;
    private Optional<DemoTownship> made = Optional.empty();

    DemoTown(DemoSettings settings) {
        this.settings = settings;
    }

    DemoTownship at(Instant now) {
        if (made.isEmpty()) {
            made = Optional.of(new DemoTownship(settings.demoSeed(), now));
        }
        return made.get();
    }

    /** True after a load in this run; drawing it anew takes seconds and is left to the background. */
    boolean isMade() {
        return made.isPresent();
    }

    /** Lets the memory go; two years of incidents are no longer needed once the walk is known. */
    void release() {
        made = Optional.empty();
    }
}
