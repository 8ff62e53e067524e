/** Tests of the filing register. */
@NullMarked
package org.gridsight.app.cameras.filing;

import org.jspecify.annotations.NullMarked;
