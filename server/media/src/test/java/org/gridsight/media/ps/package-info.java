/** Program streams as devices send them, whole and broken. */
@NullMarked
package org.gridsight.media.ps;

import org.jspecify.annotations.NullMarked;
