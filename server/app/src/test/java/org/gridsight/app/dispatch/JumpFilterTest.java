package org.gridsight.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;

/** What nobody can have travelled waits for a second word. */
class JumpFilterTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final JumpFilter filter = new JumpFilter();
    private final Optional<Fix> known = Optional.of(fix(117.90, 0));

    @Test
    void believesTheFirstFixAndAWalk() {
        assertThat(filter.believes(Optional.empty(), fix(100, 0))).isTrue();
        assertThat(filter.believes(known, fix(117.901, 30))).isTrue();
    }

    @Test
    void holdsBackOneJumpAndForgetsItWhenTheWalkGoesOn() {
        assertThat(filter.believes(known, fix(118.4, 10))).isFalse();
        assertThat(filter.believes(known, fix(117.9005, 20))).isTrue();
        assertThat(filter.believes(known, fix(118.4, 30))).isFalse();
    }

    @Test
    void believesAJumpThatIsConfirmed() {
        assertThat(filter.believes(known, fix(118.4, 10))).isFalse();
        assertThat(filter.believes(known, fix(118.4001, 25))).isTrue();
    }

    @Test
    void theSameFixSentTwiceConfirmsNothing() {
        assertThat(filter.believes(known, fix(118.4, 10))).isFalse();
        assertThat(filter.believes(known, fix(118.4, 10))).isFalse();
    }

    @Test
    void anHourIsEnoughForFortyFiveKilometres() {
        assertThat(filter.believes(known, fix(118.4, 3_600))).isTrue();
    }

    private static Fix fix(double lng, long second) {
        return new Fix("w01", new LngLat(lng, 35.8), 8, NOON.plusSeconds(second));
    }
}
