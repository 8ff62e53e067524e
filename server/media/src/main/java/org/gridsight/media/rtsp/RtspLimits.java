package org.gridsight.media.rtsp;

import java.time.Duration;
import org.gridsight.media.PictureAssembler;

/**
 * The bounds of one run.
 *
 * @param connect how long the connection may take
 * @param answer how long one request may wait for its answer
 * @param silence how long no media packet may come while playing
 * @param reorder how long a datagram may be waited for that others have overtaken
 * @param pictureBytes how large a picture may be
 */
public record RtspLimits(Duration connect, Duration answer, Duration silence, Duration reorder, int pictureBytes) {

    /** Five seconds to connect, eight for an answer, eight of silence, pictures up to 8 MB. */
    public static final RtspLimits USUAL = new RtspLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(8),
            Duration.ofSeconds(8),
            Duration.ofMillis(120),
            PictureAssembler.MAX_PICTURE);
}
