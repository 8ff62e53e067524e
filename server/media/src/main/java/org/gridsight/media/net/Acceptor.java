package org.gridsight.media.net;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Decides who may come in on a {@link Listener}. */
@FunctionalInterface
public interface Acceptor {

    /** The handler for a caller, or nothing to hang up. */
    Optional<ConnectionHandler> accept(InetSocketAddress caller);
}
