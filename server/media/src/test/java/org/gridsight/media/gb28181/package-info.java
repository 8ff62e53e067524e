/** The station met by devices over real sockets. */
@NullMarked
package org.gridsight.media.gb28181;

import org.jspecify.annotations.NullMarked;
