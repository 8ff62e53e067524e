package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.testing.EmbeddedTown;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Whoever has threads that may be in the database when the product stops lets them finish: an interrupt there would close the
 * file of the embedded database.
 */
@EmbeddedTown
class StopTest {

    private static final long PATIENCE_SECONDS = 60;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @TempDir
    private Path folder;

    /** Writes and reads in a database file until it is let go. */
    private final class Work {

        private final String database = "jdbc:h2:file:" + folder.resolve("work") + ";WRITE_DELAY=0";
        private final CountDownLatch free = new CountDownLatch(1);

        int rounds(CountDownLatch begun) throws SQLException {
            int rounds = 0;
            try (Connection connection = DriverManager.getConnection(database);
                    Statement statement = connection.createStatement()) {
                while (free.getCount() > 0) {
                    statement.executeUpdate("insert into note select x, random_uuid() from system_range(1, 50)");
                    rounds += count(statement) > 0 ? 1 : 0;
                    if (rounds == 1) {
                        // once for each: what has not begun yet may be dropped
                        begun.countDown();
                    }
                }
            }
            return rounds;
        }

        private static int count(Statement statement) throws SQLException {
            try (ResultSet rows = statement.executeQuery("select count(*) from note")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static List<ExecutorService> pools(Object bean) throws IllegalAccessException {
        List<ExecutorService> found = new ArrayList<>();
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (ExecutorService.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                found.add((ExecutorService) field.get(bean));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cameras.VideoLines",
                "cameras.MediaEngine",
                "cameras.health.Inspector",
                "cameras.evidence.Recordings",
                "cameras.evidence.Exports",
                "cameras.cascade.CascadeLinks",
                "live.Connections",
                "hotspots.Analyses"
            })
    void leavesTheDatabaseOpenUnderThreadsAtWork(String room) throws Exception {
        Class<?> type = Class.forName("org.gridsight.app." + room);
        Object bean = beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        List<ExecutorService> pools = pools(bean);
        assertThat(pools).isNotEmpty();
        Work work = new Work();
        try (Connection other = DriverManager.getConnection(work.database);
                Statement statement = other.createStatement()) {
            statement.execute("create table note (id integer, words uuid)");
            CountDownLatch begun = new CountDownLatch(pools.size());
            List<Future<Integer>> working = new ArrayList<>();
            for (ExecutorService pool : pools) {
                working.add(pool.submit(() -> work.rounds(begun)));
            }
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            Thread stopping = new Thread(() -> beans.destroyBean(bean));
            stopping.start();
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> pools.stream().anyMatch(ExecutorService::isShutdown));
            work.free.countDown();
            for (Future<Integer> each : working) {
                assertThat(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isPositive();
            }
            stopping.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(stopping.isAlive()).isFalse();
            assertThat(Work.count(statement)).isPositive();
        }
    }
}
