/**
 * Looks at key pictures: stills for people, small grey planes for the health of a camera.
 *
 * <p>FFmpeg's native code runs in a {@link org.gridsight.media.analysis.DecoderProcess child process} only: what a camera
 * sends may crash it or hang it, and then one picture is lost and the child is started again. No faces, no plates, nobody
 * is recognised here.
 */
@NullMarked
package org.gridsight.media.analysis;

import org.jspecify.annotations.NullMarked;
