package org.gridsight.media.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * One entry for bytes of strangers.
 *
 * @param seeds good inputs, from which broken ones are made
 * @param run takes any bytes and throws for whatever must not happen
 */
public record FuzzTarget(String name, List<byte[]> seeds, Consumer<byte[]> run) {

    /** A target whose seeds are texts. */
    public static FuzzTarget ofTexts(String name, List<String> seeds, Consumer<byte[]> run) {
        return new FuzzTarget(
                name,
                seeds.stream()
                        .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                run);
    }

    /** A bound that must hold whatever came in. */
    public static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
