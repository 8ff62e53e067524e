/** RTP as every camera sends it (RFC 3550): packets, their order, and a clock that does not wrap. */
@NullMarked
package org.gridsight.media.rtp;

import org.jspecify.annotations.NullMarked;
