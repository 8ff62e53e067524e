package org.gridsight.media.hub;

import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.InitSegment;

/**
 * Somebody inside who reads along, such as a recorder: called on the source's thread, so it must be quick and never wait.
 * It begins with what the cache holds.
 */
public interface StreamTap {

    /** The pictures that follow belong to this; comes first, and again when the camera changes its parameter sets. */
    void format(InitSegment init);

    void picture(Fragment fragment);
}
