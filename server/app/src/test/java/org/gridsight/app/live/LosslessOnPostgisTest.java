package org.gridsight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;

/** Nothing is lost on PostGIS, also when two nodes share it. */
class LosslessOnPostgisTest extends LosslessContract {

    private static final LngLat PLACE = new LngLat(100.25, 30.5);
    private static final int CHANGES = 300;

    private final LiveProduct here;

    LosslessOnPostgisTest() {
        super(LiveProduct.postgis());
        here = LiveProduct.postgis();
    }

    @Test
    void twoNodesTellTheSameStory() throws Exception {
        LiveProduct there = here.anotherNode();
        ExecutorService pair = Executors.newFixedThreadPool(2);
        try (LiveSocket one = subscribed(here);
                LiveSocket other = subscribed(there)) {
            List<Future<?>> writers =
                    List.of(pair.submit(() -> write(here, "here")), pair.submit(() -> write(there, "there")));
            for (Future<?> writer : writers) {
                writer.get(2, TimeUnit.MINUTES);
            }
            here.beacons().put("both-fence", LiveProduct.TOWN, PLACE, "");
            List<String> story = story(one);
            assertThat(story).hasSize(2 * CHANGES + 1).doesNotHaveDuplicates().isEqualTo(story(other));
        } finally {
            pair.shutdownNow();
            there.close();
        }
    }

    private static LiveSocket subscribed(LiveProduct node) {
        LiveSocket socket = node.duty().live();
        socket.send(LiveContract.subscribe());
        socket.awaitOp("subscribed");
        return socket;
    }

    private static void write(LiveProduct node, String name) {
        for (int i = 0; i < CHANGES; i++) {
            node.beacons().put(name + "-" + i, LiveProduct.TOWN, PLACE, "");
        }
    }

    private static List<String> story(LiveSocket socket) {
        socket.awaitFrame(frame -> frame.path("id").asString("").equals("both-fence"));
        return socket.frames().stream()
                .filter(frame -> frame.path("op").asString().equals("change"))
                .map(frame ->
                        frame.path("offset").asLong() + " " + frame.path("id").asString())
                .toList();
    }
}
