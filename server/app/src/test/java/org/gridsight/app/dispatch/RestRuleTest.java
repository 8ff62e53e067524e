package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridsight.app.incidents.WorkerLoad;
import org.junit.jupiter.api.Test;

/** When somebody is left to rest, also against a plain walk over the minutes of a day. */
class RestRuleTest {

    private static final Instant MORNING = Instant.parse("2026-03-05T00:00:00Z");
    private static final RestRule RULE = new RestRule(Duration.ofHours(4), Duration.ofMinutes(20));

    private static Instant minute(int minute) {
        return MORNING.plus(Duration.ofMinutes(minute));
    }

    private static WorkerLoad.Stretch stretch(int from, int to) {
        return new WorkerLoad.Stretch(minute(from), minute(to));
    }

    @Test
    void fourHoursEarnTwentyMinutes() {
        assertThat(RULE.restUntil(List.of(stretch(0, 240)), minute(241))).contains(minute(260));
        assertThat(RULE.restUntil(List.of(stretch(0, 240)), minute(260))).isEmpty();
        assertThat(RULE.restUntil(List.of(stretch(0, 239)), minute(240))).isEmpty();
        assertThat(RULE.restUntil(List.of(), minute(240))).isEmpty();
    }

    @Test
    void shortBreaksAreNoRestLongOnesAre() {
        assertThat(RULE.restUntil(List.of(stretch(139, 250), stretch(0, 120)), minute(251)))
                .contains(minute(270));
        assertThat(RULE.restUntil(List.of(stretch(140, 250), stretch(0, 120)), minute(251)))
                .isEmpty();
    }

    @Test
    void isThatOfAWalkOverTheMinutes() {
        Random random = new Random(20260305);
        int rests = 0;
        for (int round = 0; round < 2_000; round++) {
            List<WorkerLoad.Stretch> work = new ArrayList<>();
            boolean[] working = new boolean[900];
            for (int i = random.nextInt(6); i >= 0; i--) {
                int from = random.nextInt(500);
                int to = from + 1 + random.nextInt(200);
                work.add(stretch(from, to));
                for (int m = from; m < to; m++) {
                    working[m] = true;
                }
            }
            int now = 0;
            for (int m = 0; m < working.length; m++) {
                now = working[m] ? m + 1 + random.nextInt(40) : now;
            }
            Optional<Instant> expected = walk(working, now);
            assertThat(RULE.restUntil(work, minute(now))).as("round %s", round).isEqualTo(expected);
            rests += expected.isPresent() ? 1 : 0;
        }
        assertThat(rests).isPositive();
    }

    /** Back from the last minute of work over breaks shorter than a rest. */
    private static Optional<Instant> walk(boolean[] working, int now) {
        int end = working.length;
        while (!working[end - 1]) {
            end--;
        }
        int begin = end;
        int idle = 0;
        for (int m = end - 1; m >= 0 && idle < 20; m--) {
            idle = working[m] ? 0 : idle + 1;
            begin = working[m] ? m : begin;
        }
        boolean due = end - begin >= 240 && end + 20 > now;
        return due ? Optional.of(minute(end + 20)) : Optional.empty();
    }
}
