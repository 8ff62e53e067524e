/** Files in and out, through HTTP. */
@NullMarked
package org.gridsight.app.exchange;

import org.jspecify.annotations.NullMarked;
