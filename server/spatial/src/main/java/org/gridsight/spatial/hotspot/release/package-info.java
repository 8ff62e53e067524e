/**
 * What may leave the house: counts on cells that hold enough people and days that nobody can be told from them.
 * Deliberately not here: reporters as persons; a reporter is a number that says "the same" or "another".
 */
@NullMarked
package org.gridsight.spatial.hotspot.release;

import org.jspecify.annotations.NullMarked;
