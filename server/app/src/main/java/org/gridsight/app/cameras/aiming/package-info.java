/** Which way the head of a camera must turn to see a place, and what has to be known of the head for that. */
@NullMarked
package org.gridsight.app.cameras.aiming;

import org.jspecify.annotations.NullMarked;
