package org.gridsight.media.ffmpeg;

import java.io.IOException;

/** FFmpeg does not open a decoder or encoder, or gives no memory: the child cannot go on. */
final class NoCodec extends IOException {

    NoCodec(String message) {
        super(message);
    }
}
