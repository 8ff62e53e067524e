package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of those who could go, against rules written down once more and applied pair by pair. */
class ProposalOrderTest {

    private static final long ORDER_TAKES = 1200;
    private static final Instant LATER = Instant.parse("2026-03-05T07:00:00Z");

    /** The rules as an officer would say them; true when {@code a} is to be offered before {@code b}. */
    private static boolean goesFirst(Proposal a, Proposal b) {
        if (a.restUntil().isPresent() != b.restUntil().isPresent()) {
            return a.restUntil().isEmpty();
        }
        if (a.journey().seconds().isPresent() != b.journey().seconds().isPresent()) {
            return a.journey().seconds().isPresent();
        }
        if (a.declined() != b.declined()) {
            return !a.declined();
        }
        if (a.underWay() != b.underWay()) {
            return !a.underWay();
        }
        if (a.skilled() != b.skilled()) {
            return a.skilled();
        }
        long readyA = a.journey().seconds().orElse(0) + a.open() * ORDER_TAKES;
        long readyB = b.journey().seconds().orElse(0) + b.open() * ORDER_TAKES;
        if (readyA / 60 != readyB / 60) {
            return readyA < readyB;
        }
        if (a.homeGrid() != b.homeGrid()) {
            return a.homeGrid();
        }
        return readyA != readyB
                ? readyA < readyB
                : a.who().workerId().compareTo(b.who().workerId()) < 0;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isThatOfTheRules(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Proposal> all = IntStream.range(0, 30)
                    .mapToObj(i -> any(random, i))
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            List<Proposal> sorted = all.stream().sorted(Proposal.BEST_FIRST).toList();
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j < sorted.size(); j++) {
                    assertThat(goesFirst(sorted.get(i), sorted.get(j)))
                            .as("seed %s: %s before %s", seed, sorted.get(i), sorted.get(j))
                            .isTrue();
                }
            }
            Collections.shuffle(all, random);
            assertThat(all.stream().sorted(Proposal.BEST_FIRST).toList()).isEqualTo(sorted);
        }
    }

    private static Proposal any(Random random, int number) {
        OptionalLong seconds = random.nextInt(6) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(400));
        Journey journey = new Journey(seconds, seconds.isEmpty() ? Journey.Basis.NO_WAY : Journey.Basis.BY_ROAD);
        int open = random.nextInt(3);
        return proposal("w" + number, journey, open)
                .with(
                        open > 0 && random.nextBoolean(),
                        random.nextInt(4) == 0,
                        random.nextBoolean(),
                        random.nextInt(5) == 0,
                        random.nextBoolean());
    }

    /** The traits of a proposal of this test. */
    private record Draft(String id, Journey journey, int open) {

        Proposal with(boolean underWay, boolean resting, boolean skilled, boolean declined, boolean homeGrid) {
            return new Proposal(
                    new Proposal.Who(id, id, "990001101201001", new LngLat(117.9, 35.8), 0, 0),
                    journey,
                    open,
                    underWay,
                    resting ? Optional.of(LATER) : Optional.empty(),
                    skilled,
                    declined,
                    homeGrid,
                    Proposal.readySeconds(journey, open, ORDER_TAKES),
                    List.of());
        }
    }

    private static Draft proposal(String id, Journey journey, int open) {
        return new Draft(id, journey, open);
    }

    @Test
    void saysWhyInTheReadersLanguage() {
        ProposalWords words = new ProposalWords(1.4, 4, 1200);
        Journey estimate = new Journey(OptionalLong.of(60), Journey.Basis.STRAIGHT_LINE);
        Proposal home = proposal("w1", estimate, 0).with(false, false, true, false, true);
        assertThat(ProposalWords.sentence(words.reasons(home)).zh()).isEqualTo("空闲，本网格，直线估算（距离 × 1.4）");
        assertThat(words.reasons(home))
                .extracting(ProposalWords.Said::code)
                .containsExactly(
                        ProposalReason.FREE, ProposalReason.HOME_GRID, ProposalReason.SKILLED, ProposalReason.ESTIMATE);
        Journey none = new Journey(OptionalLong.empty(), Journey.Basis.NO_WAY);
        Proposal busy = proposal("w2", none, 3).with(true, false, false, true, false);
        assertThat(ProposalWords.sentence(words.reasons(busy)).en())
                .isEqualTo("busy with another case, 3 orders in hand, gave this case back,"
                        + " not trained for this kind, no road leads there");
        Proposal tired = proposal("w3", estimate, 0).with(false, true, true, false, false);
        assertThat(ProposalWords.sentence(words.reasons(tired)).zh()).isEqualTo("连续工作已满 4 小时，休息中，直线估算（距离 × 1.4）");
        assertThat(tired.available()).isFalse();
    }
}
