package org.gridsight.app.incidents;

import org.gridsight.app.grids.Grids;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What all tests of the loop share: one product per database, the town, its clock. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Town.class)
abstract class Loop {

    @LocalServerPort
    int port;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentSearch search;

    @Autowired
    Grids grids;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    Town.TestClock clock;

    @BeforeEach
    void settleTown() {
        clock.set(Town.NOON);
        if (!grids.isSetUp()) {
            Town.settle(setUp);
        }
    }

    static Scope everything() {
        return Scope.everything();
    }
}
