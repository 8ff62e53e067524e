/**
 * MPEG program streams over RTP, as GB/T 28181 devices send them, and the transport streams some send in their place.
 *
 * <p>The order of things: {@link org.gridsight.media.ps.PsReceiver} holds the sockets, TcpFraming or the reordering of UDP makes
 * packets, PsStream decides where pictures end, PsParser or TsParser finds the video in them, VideoCutter cuts it into
 * pictures. Every buffer is bounded; what makes no sense is skipped and told as a fault. Sound and private streams are skipped.
 */
@NullMarked
package org.gridsight.media.ps;

import org.jspecify.annotations.NullMarked;
