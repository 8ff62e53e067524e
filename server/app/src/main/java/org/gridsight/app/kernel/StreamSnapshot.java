package org.gridsight.app.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridsight.spatial.Box;

/** Everything of one lossless stream as it is now. A room that feeds a stream offers one bean of this. */
public interface StreamSnapshot {

    LiveStream stream();

    /**
     * What lies in the scope, and what the asking grid worker is sent to.
     *
     * @param openOnly leaves out what has ended; {@code limit} bounds the answer, one more than it means "too many"
     */
    List<MapFeature> features(Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit);

    /**
     * What the wall shows for a title, which people write and which may name somebody; empty for none.
     *
     * @param property the words of a property of the feature, empty when it has none
     */
    default Optional<String> wallTitle(UnaryOperator<String> property) {
        return Optional.empty();
    }
}
