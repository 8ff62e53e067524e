/**
 * Emergency mode: for some hours, with a reason, workers' pages may share positions by themselves. Off by default,
 * declared by a leader for an area, shown to every worker there, over by itself.
 */
@NullMarked
package org.gridsight.app.dispatch.emergency;

import org.jspecify.annotations.NullMarked;
