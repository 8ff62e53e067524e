/**
 * Which spot of a fixed camera's picture is which place on the ground: pairs of points that a person has clicked, the
 * map between both that follows from them, and how sure it is.
 *
 * <p>Invariants: a calibration is kept as its pairs, never as a matrix, so that every answer can be followed back to
 * clicks; cameras that turn have none, because no device says reliably where it looks while a picture is on the way; a
 * camera that has moved keeps its calibration, marked as stale, until somebody looks.
 *
 * <p>Deliberately not here: lenses, slopes, and anything that hides a part of the picture.
 */
@NullMarked
package org.gridsight.app.cameras.calibration;

import org.jspecify.annotations.NullMarked;
