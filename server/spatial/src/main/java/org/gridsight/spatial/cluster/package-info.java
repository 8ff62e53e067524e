/**
 * Groups of places that lie close together: DBSCAN, ST-DBSCAN and HDBSCAN, exact. Every result is the same on any number
 * of threads and whatever the order of the points. Deliberately not here: whether a group means anything; density alone
 * proves nothing, significance is judged elsewhere.
 */
@NullMarked
package org.gridsight.spatial.cluster;

import org.jspecify.annotations.NullMarked;
