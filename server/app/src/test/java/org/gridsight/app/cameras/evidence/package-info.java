/** Clips: saved over real sockets, sealed, played, kept, copied and deleted. */
@NullMarked
package org.gridsight.app.cameras.evidence;

import org.jspecify.annotations.NullMarked;
