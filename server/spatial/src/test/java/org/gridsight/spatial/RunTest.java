package org.gridsight.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All pieces once, on any number of threads, and an end when called off. */
class RunTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void doesEveryIndexOnce() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        Executor never = task -> {};
        for (Run run : new Run[] {
            Run.alone(), Run.on(pool, 4, share -> {}), Run.on(full, 4, share -> {}), Run.on(never, 4, share -> {})
        }) {
            AtomicIntegerArray done = new AtomicIntegerArray(1_001);
            run.each(1_001, 7, (from, to) -> {
                for (int i = from; i < to; i++) {
                    done.incrementAndGet(i);
                }
            });
            for (int i = 0; i < 1_001; i++) {
                assertThat(done.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void endsWhenCalledOff() {
        Run run = Run.on(pool, 3, share -> {});
        assertThatThrownBy(() -> run.each(Integer.MAX_VALUE, 1, (from, to) -> {
                    if (from == 1_000) {
                        run.cancel();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void handsOnTheFaultOfAnyPiece() {
        Run run = Run.on(pool, 3, share -> {});
        assertThatThrownBy(() -> run.each(100, 1, (from, to) -> {
                    if (from == 57) {
                        throw new UnusableInput("57");
                    }
                }))
                .isInstanceOf(UnusableInput.class)
                .hasMessage("57");
    }

    @Test
    void refusesCoordinatesThatAreNoNumbers() {
        assertThatThrownBy(() -> PlanarPoints.of(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("point 2: x is NaN");
        assertThatThrownBy(() -> PlanarPoints.of(new double[] {1}, new double[] {1e9}))
                .hasMessageContaining("point 1: y");
    }
}
