package org.gridsight.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.GridSight;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.PostgresCluster;
import org.gridsight.app.testing.Requires;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in this process with the room {@link Beacons}, on a database that outlives it. */
final class LiveProduct {

    static final String PASSWORD = "Right-2026";
    static final int MOST_FEATURES = 5_000;
    static final int MOST_SOCKETS = 60;
    static final String TOWN = "990001101";
    static final String EAST_VILLAGE = "990001101201";
    static final String WEST_VILLAGE = "990001101202";

    private final Map<String, String> database;
    private ConfigurableApplicationContext context;

    private LiveProduct(Map<String, String> database) {
        this.database = database;
        this.context = start(database);
    }

    /** One product for all tests of this JVM on the embedded database. */
    static LiveProduct embedded() {
        return Embedded.PRODUCT;
    }

    /** The same on PostGIS. Skips the calling test where there is none. */
    static LiveProduct postgis() {
        Requires.postgis();
        return Postgis.PRODUCT;
    }

    private static LiveProduct on(Map<String, String> database) {
        LiveProduct product = new LiveProduct(database);
        product.open("live-duty", Role.DISPATCHER, TOWN);
        product.open("live-clerk", Role.VILLAGE_CLERK, EAST_VILLAGE);
        product.open("live-wall", Role.SCREEN, TOWN);
        return product;
    }

    /** A second node on the same database; to be closed by its test. */
    LiveProduct anotherNode() {
        return new LiveProduct(database);
    }

    void close() {
        context.close();
    }

    private static ConfigurableApplicationContext start(Map<String, String> database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--gridsight.data-dir=target/live-test",
                "--gridsight.demo=false",
                "--gridsight.admin-password=Admin-2026",
                "--gridsight.live.recent=4MB",
                "--gridsight.live.stalled-after=10m",
                "--gridsight.live.max-sockets-per-person=" + MOST_SOCKETS,
                "--gridsight.live.snapshot-features=" + MOST_FEATURES));
        database.forEach((key, value) -> arguments.add("--spring.datasource." + key + "=" + value));
        return new SpringApplicationBuilder(GridSight.class, Beacons.class).run(arguments.toArray(String[]::new));
    }

    void restart() {
        context.close();
        context = start(database);
    }

    void open(String name, Role role, String scope) {
        bean(Accounts.class)
                .open(new NewAccount(name, name, Set.of(role), new Scope(scope), null, null), PASSWORD, "test");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Beacons beacons() {
        return bean(Beacons.class);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Client duty() {
        return as("live-duty");
    }

    Client as(String name) {
        return Client.at(base()).signIn(name, PASSWORD);
    }

    /** Started when the first test asks. */
    private static final class Embedded {
        private static final LiveProduct PRODUCT = on(Map.of("url", url()));

        private Embedded() {}

        private static String url() {
            try {
                Path folder = Files.createTempDirectory("gridsight-live");
                return "jdbc:h2:file:" + folder.resolve("live") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Started when the first test asks. */
    private static final class Postgis {
        private static final LiveProduct PRODUCT =
                on(settings(PostgresCluster.shared().createDatabase()));

        private Postgis() {}

        private static Map<String, String> settings(PostgresCluster.Database fresh) {
            return Map.of("url", fresh.jdbcUrl(), "username", fresh.username(), "password", fresh.password());
        }
    }
}
