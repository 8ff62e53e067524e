package org.gridsight.media.hub;

import org.gridsight.media.Source;

/** Makes a source for one run; it must not wait for the network. */
@FunctionalInterface
public interface SourceFactory {

    /** Not opened yet. A camera that is gone gets a source that ends with a fault as soon as it is opened. */
    Source source(String cameraId);
}
