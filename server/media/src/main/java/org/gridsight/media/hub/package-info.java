/**
 * One hub per camera: a source behind it, viewers and taps before it. The source runs while somebody looks, and the
 * {@link org.gridsight.media.hub.SourceSupervisor supervisor} alone decides when it is tried again.
 *
 * <p>Every picture is encoded once and handed on by reference. Queues and caches are bounded in bytes; a viewer who does
 * not keep up misses pictures up to the next key picture, and nobody else notices. No thread belongs to a viewer or to a
 * stream: work happens on the source's threads and on one timer.
 */
@NullMarked
package org.gridsight.media.hub;

import org.jspecify.annotations.NullMarked;
