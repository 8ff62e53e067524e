/** Places as values. Everything below this package is pure: time and seed are arguments. */
@NullMarked
package org.gridsight.spatial;

import org.jspecify.annotations.NullMarked;
