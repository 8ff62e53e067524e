/**
 * Load and timings against a running product, over the same doors a person or program uses. {@code run.sh} starts the
 * product on both databases, runs all and prints one Markdown table. No Spring here.
 */
@NullMarked
package org.gridsight.benchmarks;

import org.jspecify.annotations.NullMarked;
