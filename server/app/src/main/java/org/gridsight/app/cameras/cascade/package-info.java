/**
 * The platforms above us: at which we sign in as a lower platform of GB/T 28181, and which cameras each may see.
 *
 * <p>Invariants: nothing is given upward that is not on the list; each stream has a ticket of its own and is a line of the
 * view register before its first picture goes; raw pictures of a masked camera stay here. Deliberately not here: signalling and
 * packing, which are {@code media.gb28181}.
 */
@NullMarked
package org.gridsight.app.cameras.cascade;

import org.jspecify.annotations.NullMarked;
