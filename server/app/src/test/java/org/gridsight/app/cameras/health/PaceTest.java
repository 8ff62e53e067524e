package org.gridsight.app.cameras.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridsight.app.cameras.Look.Outcome;
import org.junit.jupiter.api.Test;

/** When cameras are looked at, over a day in simulated time. */
class PaceTest {

    private static final int CAMERAS = 200;

    private final Pace pace = new Pace(InspectedTown.SETTINGS, new Random(4));
    private Instant now = Instant.parse("2026-03-05T06:00:00Z");

    private static Set<String> cameras() {
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < CAMERAS; i++) {
            all.add(String.format("camera-%03d", i));
        }
        return all;
    }

    /** A third of a real network is dead. */
    private static boolean isDead(String camera) {
        return Integer.parseInt(camera.substring(7)) % 3 == 0;
    }

    /** Lets seconds pass; a look takes ten of them, and every dead one fails. */
    private Map<String, Integer> looks(Duration time, int atOnce) {
        Map<String, Integer> looks = new HashMap<>();
        Map<String, Instant> underWay = new HashMap<>();
        for (long second = 0; second < time.toSeconds(); second += 5) {
            now = now.plusSeconds(5);
            for (Map.Entry<String, Instant> one : List.copyOf(underWay.entrySet())) {
                String camera = one.getKey();
                if (!now.isBefore(one.getValue().plusSeconds(10))) {
                    underWay.remove(camera);
                    pace.ended(camera, isDead(camera) ? Outcome.NO_ANSWER : Outcome.PICTURE, false, now);
                }
            }
            for (String camera : pace.begin(now)) {
                looks.merge(camera, 1, Integer::sum);
                assertThat(underWay).as("twice at once").doesNotContainKey(camera);
                underWay.put(camera, now);
            }
            assertThat(underWay.size()).isLessThanOrEqualTo(atOnce);
        }
        return looks;
    }

    @Test
    void looksAtEveryLivingCameraAndEverMoreSeldomAtTheDead() {
        pace.know(cameras(), Set.of(), now);
        Map<String, Integer> day = looks(Duration.ofHours(24), 4);
        assertThat(day).hasSize(CAMERAS);
        // every half hour: about 48 times a day; once an hour at most after the first tries
        day.forEach((camera, count) -> {
            if (isDead(camera)) {
                assertThat(count).as(camera).isBetween(15, 45);
            } else {
                assertThat(count).as(camera).isBetween(35, 70);
            }
        });
    }

    @Test
    void spreadsARoundInsteadOfStormingAfterAStart() {
        pace.know(cameras(), cameras(), now);
        Map<String, Integer> minutes = looks(Duration.ofMinutes(5), 4);
        int looks = minutes.values().stream().mapToInt(Integer::intValue).sum();
        // a sixth of a round of half an hour, not all of it
        assertThat(looks).isBetween(10, 100);
    }

    @Test
    void doesNotLetANewCameraWaitForARound() {
        pace.know(Set.of("camera-001"), Set.of(), now);
        assertThat(looks(Duration.ofSeconds(75), 4)).containsOnlyKeys("camera-001");
    }

    @Test
    void looksAgainSoonWhileAFaultIsSuspected() {
        pace.know(Set.of("camera-001"), Set.of(), now);
        now = now.plusSeconds(75);
        assertThat(pace.begin(now)).containsExactly("camera-001");
        pace.ended("camera-001", Outcome.PICTURE, true, now);
        assertThat(pace.begin(now.plusSeconds(30))).isEmpty();
        assertThat(pace.begin(now.plusSeconds(90))).containsExactly("camera-001");
    }

    @Test
    void forgetsCamerasThatAreGone() {
        pace.know(Set.of("camera-001"), Set.of(), now);
        pace.know(Set.of(), Set.of(), now);
        assertThat(pace.begin(now.plus(Duration.ofDays(1)))).isEmpty();
    }
}
