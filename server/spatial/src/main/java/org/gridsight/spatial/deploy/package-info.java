/**
 * Who goes where: many open tasks and few workers at once. Times are whole seconds and come from outside; nothing here
 * knows roads, clocks or places. Ties are broken by the order of the input.
 */
@NullMarked
package org.gridsight.spatial.deploy;

import org.jspecify.annotations.NullMarked;
