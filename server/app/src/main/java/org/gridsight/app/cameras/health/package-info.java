/**
 * Whether cameras answer and their pictures are any good: a paced look at each, figures of all, and one case of kind
 * CAMERA_FAULT in the closed loop for each fault that holds. Deliberately not here: pictures.
 */
@NullMarked
package org.gridsight.app.cameras.health;

import org.jspecify.annotations.NullMarked;
