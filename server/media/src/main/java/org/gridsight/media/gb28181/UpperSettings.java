package org.gridsight.media.gb28181;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.Supplier;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;

/**
 * What every link to an upper platform shares.
 *
 * @param own our side: where it listens, the ports of pictures, and where pictures may be sent; id and domain come from the
 *     platform's own entry
 * @param loops gives the loop for the sockets of a stream
 */
public record UpperSettings(SipSettings own, UpperTimes times, Clock clock, Places places, Supplier<EventLoop> loops) {

    /** Resolves a host and says no to what must not be called; may block. */
    @FunctionalInterface
    public interface Places {

        InetSocketAddress check(String host, int port) throws RefusedAddress;
    }

    /** Our side under the name it has at this platform. */
    SipSettings ownAt(UpperPlatform platform) {
        return new SipSettings(
                platform.user(),
                platform.ownDomain(),
                own.bindAddress(),
                own.address(),
                own.port(),
                own.firstMediaPort(),
                own.lastMediaPort(),
                own.mayConnect(),
                own.times());
    }
}
