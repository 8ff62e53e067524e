/** What one shift at the duty desk leaves for the next. */
@NullMarked
package org.gridsight.app.dispatch.handover;

import org.jspecify.annotations.NullMarked;
