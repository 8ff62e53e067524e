/**
 * Sockets for many streams on few threads: an {@link org.gridsight.media.net.EventLoop} is one thread with one selector, and
 * an {@link org.gridsight.media.net.AddressGuard} says which addresses may be called at all.
 *
 * <p>Handlers run in the loop's thread, one call after the other, and must return quickly. A handler that throws loses its own
 * channel and nothing else. Bytes are read into one buffer per loop that is lent for the length of a call. Deliberately not
 * here: retries, TLS, name look-ups inside a loop.
 */
@NullMarked
package org.gridsight.media.net;

import org.jspecify.annotations.NullMarked;
