package org.gridsight.app.cameras.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.gridsight.app.cameras.Look;

/**
 * Whose turn it is to be looked at: everybody once in a while, spread by chance, a bounded number at a time. Who does not
 * answer is tried again after a minute, then ever more seldom. Thread-safe.
 */
final class Pace {

    private static final int MOST_DOUBLINGS = 16;

    private static final class Turn {

        private Instant at;
        private int failures;
        private boolean running;

        Turn(Instant at) {
            this.at = at;
        }
    }

    private final HealthSettings settings;
    private final RandomGenerator random;
    private final Map<String, Turn> turns = new HashMap<>();
    private int running;

    Pace(HealthSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** These are all cameras there are now; one that was never looked at does not wait for a whole round. */
    synchronized void know(Set<String> cameras, Set<String> looked, Instant now) {
        turns.entrySet().removeIf(turn -> !turn.getValue().running && !cameras.contains(turn.getKey()));
        for (String camera : cameras) {
            Duration within = looked.contains(camera) ? settings.every() : settings.recheckAfter();
            turns.computeIfAbsent(camera, id -> new Turn(now.plus(share(within, random.nextDouble()))));
        }
    }

    /** Those to be looked at now, the longest waiting first; each is under way until {@link #ended}. */
    synchronized List<String> begin(Instant now) {
        List<Map.Entry<String, Turn>> due = turns.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().running && !entry.getValue().at.isAfter(now))
                .sorted(Comparator.comparing(entry -> entry.getValue().at))
                .limit(Math.max(0, settings.atOnce() - running))
                .toList();
        due.forEach(entry -> entry.getValue().running = true);
        running += due.size();
        return due.stream().map(Map.Entry::getKey).toList();
    }

    /** @param undecided whether the next look should come soon */
    synchronized void ended(String camera, Look.Outcome outcome, boolean undecided, Instant now) {
        Turn turn = turns.get(camera);
        if (turn == null || !turn.running) {
            return;
        }
        turn.running = false;
        running--;
        turn.failures = outcome == Look.Outcome.NO_ANSWER ? Math.min(turn.failures + 1, MOST_DOUBLINGS) : 0;
        Duration pause = turn.failures > 0
                ? backOff(turn.failures)
                : undecided ? shorter(settings.recheckAfter(), settings.every()) : settings.every();
        turn.at = now.plus(share(pause, 0.75 + random.nextDouble() / 2));
    }

    private Duration backOff(int failures) {
        Duration wait = settings.recheckAfter().multipliedBy(1L << (failures - 1));
        return shorter(wait, settings.longestPause());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration share(Duration whole, double part) {
        return Duration.ofMillis(Math.round(whole.toMillis() * part));
    }
}
