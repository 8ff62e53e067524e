package org.gridsight.app.incidents;

import java.io.Serial;
import java.util.function.Supplier;

/**
 * Somebody else changed the same orders in the same moment, and the database let that one through. Whoever began the lost
 * transaction tries again: then the other's change is there to be seen, and the rules decide.
 */
final class LostRace extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Each round lets at least one through. */
    private static final int ROUNDS = 20;

    LostRace(Throwable cause) {
        super(cause);
    }

    static <T> T lookAgain(Supplier<T> work) {
        for (int round = 1; ; round++) {
            try {
                return work.get();
            } catch (LostRace lost) {
                if (round == ROUNDS) {
                    throw lost;
                }
            }
        }
    }
}
