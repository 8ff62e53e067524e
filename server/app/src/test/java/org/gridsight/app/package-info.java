/** Tests through the outside of the product. */
@NullMarked
package org.gridsight.app;

import org.jspecify.annotations.NullMarked;
