package org.gridsight.app.live;

import java.util.Map;
import org.gridsight.app.testing.PostgresCluster;

/** The promises of {@code /live} on PostGIS. */
class LiveOnPostgisTest extends LiveContract {

    @Override
    Map<String, String> database() {
        PostgresCluster.Database fresh = PostgresCluster.shared().createDatabase();
        return Map.of("url", fresh.jdbcUrl(), "username", fresh.username(), "password", fresh.password());
    }
}
