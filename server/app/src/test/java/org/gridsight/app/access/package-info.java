/** Tests of the door. */
@NullMarked
package org.gridsight.app.access;

import org.jspecify.annotations.NullMarked;
