package org.gridsight.media.gb28181;

import java.time.Instant;

/**
 * How a link to an upper platform stands.
 *
 * @param code why it failed, such as {@code up-no-answer}; empty otherwise
 * @param streams pictures it is given now
 */
public record UpperState(Standing standing, String code, Instant since, int streams) {

    /** From the first REGISTER to the end. */
    public enum Standing {
        CONNECTING,
        REGISTERED,
        FAILED,
        STOPPED
    }
}
