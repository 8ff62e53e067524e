package org.gridsight.app.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Something on the map became another version of itself. Published in the transaction of the change; {@code live}
 * writes it to its outbox there, so that no browser misses it.
 */
public interface MapChange {

    LiveStream stream();

    String id();

    long version();

    /** Grid or area code; only viewers whose scope covers it hear of the change. */
    String scopeCode();

    /** Grid workers who hear of it wherever they belong, because they are sent there now. */
    default List<String> alsoWorkers() {
        return List.of();
    }

    /** The code before this change where the thing moved, so that viewers of the old place see it leave. */
    default Optional<String> formerScopeCode() {
        return Optional.empty();
    }

    /** The thing as it is now, without personal data; empty when it is gone. */
    Optional<MapFeature> feature();
}
