/**
 * The command line of the spatial engine: reads points from CSV files, runs one algorithm, writes a CSV file and one
 * line of JSON. The only part of this module that touches files, the clock and threads.
 */
@NullMarked
package org.gridsight.spatial.cli;

import org.jspecify.annotations.NullMarked;
