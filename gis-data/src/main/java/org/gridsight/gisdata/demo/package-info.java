/**
 * The demo township 星野镇: a place that does not exist, drawn from a seed, with two years of incidents, a shift that is
 * running now, and a script for the days to come.
 *
 * <p>Invariants: the same seed and the same {@code now} give the same bytes; what lies before 2025 does not depend on
 * {@code now}; all people are 演示人员 and all their numbers fail every check; grids partition the town exactly.
 *
 * <p>Deliberately not here: loading it (the product does that through its own doors) and the answer key, which only
 * tests can reach.
 */
@NullMarked
package org.gridsight.gisdata.demo;

import org.jspecify.annotations.NullMarked;
