/** Tests of photos that look inside the package; what is seen over HTTP is tested beside the other tests of the loop. */
@NullMarked
package org.gridsight.app.incidents.photos;

import org.jspecify.annotations.NullMarked;
