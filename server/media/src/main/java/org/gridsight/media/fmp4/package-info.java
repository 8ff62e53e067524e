/**
 * Fragmented MP4 (ISO/IEC 14496-12 and -15) as Media Source Extensions want it: an init segment and one fragment per
 * picture, encoded once for all viewers.
 *
 * <p>Times on the wire are the stream's own: they begin at zero, decoding times strictly grow, and neither a device's
 * clock nor its holes come through. Only video; sound is not carried. What a camera sends wrong is answered with an empty
 * result, never with an exception.
 */
@NullMarked
package org.gridsight.media.fmp4;

import org.jspecify.annotations.NullMarked;
