/** The live streams, tried through real sockets on both databases. */
@NullMarked
package org.gridsight.app.live;

import org.jspecify.annotations.NullMarked;
