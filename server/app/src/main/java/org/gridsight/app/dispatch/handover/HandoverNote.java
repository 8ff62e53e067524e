package org.gridsight.app.dispatch.handover;

import java.time.Instant;
import java.util.UUID;

/** Words for the next shift, whose they are and since when they stand; {@code by} is a display name. */
record HandoverNote(UUID id, String text, String by, Instant at) {}
