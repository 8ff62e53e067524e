/**
 * The filing register of Decree 799 art. 14: which camera is filed with the county police, by when the others must be, and
 * what has changed since. Knows dates, never pictures.
 */
@NullMarked
package org.gridsight.app.cameras.filing;

import org.jspecify.annotations.NullMarked;
