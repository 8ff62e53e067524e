/** What is kept of GB/T 28181 devices. */
@NullMarked
package org.gridsight.app.cameras.devices;

import org.jspecify.annotations.NullMarked;
