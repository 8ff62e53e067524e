package org.gridsight.app.dispatch.emergency;

import java.time.Instant;
import java.util.UUID;

/** A time of shared positions in one area, and who answers for it. */
record Emergency(UUID id, String scope, String reason, String declaredBy, Instant declaredAt, Instant endsAt) {}
