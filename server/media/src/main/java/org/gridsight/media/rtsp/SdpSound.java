package org.gridsight.media.rtsp;

import org.gridsight.media.SoundFormat;

/**
 * The track of sound in a session description.
 *
 * @param control its address as written, perhaps relative
 */
record SdpSound(SoundFormat format, int payloadType, String control) {}
