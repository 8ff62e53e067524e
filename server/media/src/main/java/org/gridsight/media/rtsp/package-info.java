/**
 * Cameras and recorders that speak RTSP (RFC 2326) with H.264 (RFC 6184) or H.265 (RFC 7798) over RTP: the conversation, the
 * session description, and pictures out of packets.
 *
 * <p>Everything a camera sends is suspect: each text and list has a bound, and what makes no sense is told as a fault. Name and
 * password go over the one checked connection and nowhere else; no fault contains them. Deliberately not here: audio,
 * recording control, redirects, retries.
 */
@NullMarked
package org.gridsight.media.rtsp;

import org.jspecify.annotations.NullMarked;
