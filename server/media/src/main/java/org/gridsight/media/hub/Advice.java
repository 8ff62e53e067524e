package org.gridsight.media.hub;

import java.util.Locale;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.jspecify.annotations.Nullable;

/** What to try when no picture comes. The codes are stable; the words belong to who shows them. */
public enum Advice {
    /** The device is not reachable: power, network, address. */
    CHECK_NETWORK,
    /** User or password are refused. */
    CHECK_PASSWORD,
    /** The address is not among the allowed ones. */
    ADDRESS_NOT_ALLOWED,
    /** The device is there but does not offer this stream: path, channel. */
    CHECK_CHANNEL,
    /** The device agreed but nothing arrives: firewall, NAT, transport. */
    CHECK_MEDIA_PATH,
    /** Something arrives that is no picture: coding, container. */
    CHECK_ENCODING,
    /** Pictures come, but none to begin with: key picture interval. */
    SHORTEN_KEY_INTERVAL,
    /** The stream broke off and is tried again. */
    WAIT_FOR_RETRY;

    /** The code on the wire, such as {@code check-network}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // a fault that names the reason beats what can be guessed from the step
    static Advice on(@Nullable StreamStep failed, @Nullable MediaFault fault) {
        String code = fault == null ? "" : fault.code();
        if (code.contains("unauthor") || code.contains("password")) {
            return CHECK_PASSWORD;
        }
        if (code.startsWith("address-")) {
            return code.equals("address-unresolved") ? CHECK_NETWORK : ADDRESS_NOT_ALLOWED;
        }
        if (code.startsWith("sdp-")) {
            return CHECK_ENCODING;
        }
        if (failed == null || code.startsWith("child-")) {
            return WAIT_FOR_RETRY;
        }
        return switch (failed) {
            case REGISTERED -> CHECK_NETWORK;
            case INVITED, ANSWERED ->
                code.contains("unreachable") || code.contains("timeout") ? CHECK_NETWORK : CHECK_CHANNEL;
            case FIRST_PACKET -> CHECK_MEDIA_PATH;
            case FIRST_KEYFRAME -> onPackets(code);
            case FIRST_FRAGMENT -> CHECK_ENCODING;
        };
    }

    private static Advice onPackets(String code) {
        if (code.contains("no-keyframe")) {
            return SHORTEN_KEY_INTERVAL;
        }
        return code.contains("loss") || code.contains("lost") ? CHECK_MEDIA_PATH : CHECK_ENCODING;
    }
}
