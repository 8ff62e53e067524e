package org.gridsight.media.ffmpeg;

import java.nio.file.Path;
import java.util.List;
import org.gridsight.media.analysis.DecoderCommand;

/**
 * How a child for one stream is started.
 *
 * @param heapMegabytes of its Java heap; FFmpeg's own memory comes on top
 * @param natives folder where FFmpeg's libraries are unpacked once
 */
public record ChildSettings(int heapMegabytes, Path natives) {

    /** 64 MB of heap. */
    public static ChildSettings usual(Path natives) {
        return new ChildSettings(64, natives);
    }

    List<String> command(Class<?> program) {
        return DecoderCommand.of(program, heapMegabytes, natives);
    }
}
