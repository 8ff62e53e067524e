package org.gridsight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, never for times; the limit is generous because test machines are busy. */
public final class Await {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(90);

    private Await() {}

    /** Returns as soon as the condition holds; fails with the sentence when it never does. */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited in vain: " + what).isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
