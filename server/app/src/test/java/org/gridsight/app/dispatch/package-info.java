/** Tests of the workforce: positions, orders, who goes. */
@NullMarked
package org.gridsight.app.dispatch;

import org.jspecify.annotations.NullMarked;
