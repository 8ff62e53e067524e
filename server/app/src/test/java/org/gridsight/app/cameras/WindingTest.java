package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.gb28181.StreamRequest;
import org.junit.jupiter.api.Test;

/** What becomes of a winding when its device ends the call: while it is held, at the end, or for no reason. */
class WindingTest {

    private static final Instant FROM = Instant.parse("2026-03-05T05:49:00Z");
    private static final Instant TO = FROM.plusSeconds(600);

    private final List<Call> calls = new ArrayList<>();
    private final List<Winding.Told> told = new ArrayList<>();
    private final Winding winding = new Winding(new StreamRequest.Span(FROM, TO), this::call, told::add, () -> {});

    /** One call of the device. */
    private static final class Call implements Source {

        private final StreamRequest.Span span;
        private Optional<SourceEvents> events = Optional.empty();
        private boolean closed;
        private long pictures;

        Call(StreamRequest.Span span) {
            this.span = span;
        }

        @Override
        public void open(SourceEvents listener) {
            events = Optional.of(listener);
        }

        @Override
        public void close() {
            closed = true;
        }

        void play(Duration time) {
            for (long i = 0; i < time.toMillis() / 40; i++) {
                long now = pictures++;
                AccessUnit unit = new AccessUnit(new byte[100], now * 3_600, now % 25 == 0, now * 40_000_000L);
                events.orElseThrow().picture(unit);
            }
        }

        void end(String code) {
            events.orElseThrow().ended(new MediaFault(code, ""));
        }
    }

    private Source call(StreamRequest.Span span) {
        Call made = new Call(span);
        calls.add(made);
        return made;
    }

    private Call last() {
        return calls.get(calls.size() - 1);
    }

    private Winding.Told now() {
        return told.get(told.size() - 1);
    }

    @Test
    void isCalledAgainFromWhereItWasHeld() {
        winding.begin();
        last().play(Duration.ofSeconds(20));
        assertThat(winding.poll(part -> true)).isNotNull();
        winding.pause();
        last().end("rtp-silent");
        assertThat(now().state()).isEqualTo(Winding.State.PAUSED);
        winding.resume();
        assertThat(calls).hasSize(2);
        assertThat(Duration.between(FROM, last().span.from()))
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));
        last().play(Duration.ofSeconds(1));
        assertThat(now().state()).isEqualTo(Winding.State.PLAYING);
    }

    @Test
    void playsFromTheBeginningAgainAfterItsEnd() {
        winding.begin();
        last().play(Duration.ofSeconds(5));
        last().end("gb-recording-end");
        assertThat(now().state()).isEqualTo(Winding.State.ENDED);
        winding.resume();
        assertThat(last().span.from()).isEqualTo(FROM);
    }

    @Test
    void namesTheCauseWhenNothingOrNotAllHasCome() {
        winding.begin();
        last().end("gb-recording-end");
        assertThat(now().state()).isEqualTo(Winding.State.FAILED);
        assertThat(now().cause()).isEqualTo("gb-recording-end");
        winding.resume();
        last().play(Duration.ofSeconds(5));
        last().end("rtp-lost");
        assertThat(now().state()).isEqualTo(Winding.State.FAILED);
    }

    @Test
    void windsBackBeforeWhereItsCallBeganByAnotherCall() {
        winding.begin();
        last().play(Duration.ofSeconds(5));
        Call first = last();
        first.end("rtp-lost");
        winding.seek(FROM.plusSeconds(300));
        assertThat(last().span.from()).isEqualTo(FROM.plusSeconds(300));
        Call second = last();
        winding.seek(FROM.plusSeconds(60));
        assertThat(second.closed).isTrue();
        assertThat(last().span.from()).isEqualTo(FROM.plusSeconds(60));
        second.play(Duration.ofSeconds(1));
        assertThat(winding.poll(part -> true))
                .as("pictures of a call that is over")
                .isNull();
        winding.seek(TO.plusSeconds(60));
        assertThat(now().at()).isEqualTo(TO.minusSeconds(1));
    }

    @Test
    void endsItsCallWhenNobodyLooksAnyMore() {
        winding.begin();
        last().play(Duration.ofSeconds(1));
        winding.close();
        winding.close();
        assertThat(last().closed).isTrue();
        assertThat(winding.poll(part -> true)).isNull();
        winding.resume();
        assertThat(calls).hasSize(1);
    }
}
