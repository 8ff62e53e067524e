package org.gridsight.media.rtsp;

import java.util.List;
import org.gridsight.media.Codec;

/**
 * The video track that was chosen from a session description.
 *
 * @param control its address as written, perhaps relative; empty when none is given
 * @param sessionControl the address of the whole session as written; empty when none is given
 * @param sets parameter sets it promises, each a NAL unit; may be empty
 * @param decodingOrderNumbers whether packets carry decoding order numbers (H.265 only)
 */
record SdpVideo(Track track, String control, String sessionControl, List<byte[]> sets, boolean decodingOrderNumbers) {

    /** How the packets are marked. */
    record Track(Codec codec, int payloadType, int clockRate) {}
}
