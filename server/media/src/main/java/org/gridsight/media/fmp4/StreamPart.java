package org.gridsight.media.fmp4;

/** What a viewer is sent, in order: an init segment, fragments, perhaps another init segment, more fragments. */
public sealed interface StreamPart permits InitSegment, Fragment {

    /** The bytes for the player; shared by all viewers, never to be changed. */
    byte[] bytes();
}
