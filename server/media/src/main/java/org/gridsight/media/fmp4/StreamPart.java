package org.gridsight.media.fmp4;

/** What a viewer is sent, in order: an init segment, fragments of pictures and of sound, perhaps another init segment. */
public sealed interface StreamPart permits InitSegment, Fragment, SoundFragment {

    /** The bytes for the player; shared by all viewers, never to be changed. */
    byte[] bytes();
}
