/** What becomes of the alarms of devices. */
@NullMarked
package org.gridsight.app.cameras.alarms;

import org.jspecify.annotations.NullMarked;
