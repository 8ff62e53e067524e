package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg's own words, which may name addresses: nobody reads them. Lives in the child process only. */
final class FfmpegLog {

    private FfmpegLog() {}

    /** Loads the natives, which takes up to a second. */
    static void silence() {
        av_log_set_level(AV_LOG_QUIET);
    }
}
