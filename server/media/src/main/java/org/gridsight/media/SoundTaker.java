package org.gridsight.media;

import java.util.List;

/** Whoever wants a camera's sound; told on the threads that tell the pictures, one after the other. */
public interface SoundTaker {

    /** What it is; told before its first frames, and alone when it is of a coding that nobody plays. */
    void format(SoundFormat format);

    /** Whole AAC frames in order, without headers of their own, as they came together. */
    void frames(List<byte[]> frames, long arrivedNanos);
}
