package org.gridsight.app.live;

/** A place in the streams. Offsets of different epochs cannot be compared: a new epoch means history was lost. */
record Position(String epoch, long offset) {}
