/**
 * Video on its way from a camera to a browser: what every source delivers and every viewer is built on.
 *
 * <p>A source runs until it fails and never retries; the hub's supervisor does. Nothing here knows users, incidents or
 * Spring, and nothing here writes a log: what happens is told as {@link org.gridsight.media.StreamStep steps} and counted
 * {@link org.gridsight.media.MediaFault faults}, which carry neither addresses nor passwords.
 */
@NullMarked
package org.gridsight.media;

import org.jspecify.annotations.NullMarked;
