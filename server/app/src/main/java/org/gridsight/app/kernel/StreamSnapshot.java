package org.gridsight.app.kernel;

import java.util.List;
import java.util.Optional;
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
}
