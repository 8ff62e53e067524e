/** Immutable spatial indexes: which region holds a place, which places are nearest. Readers need no lock. */
@NullMarked
package org.gridsight.spatial.index;

import org.jspecify.annotations.NullMarked;
