package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of the history as the page sees it. */
record StepView(
        int step,
        String action,
        @Nullable String event,
        @Nullable IncidentStatus from,
        IncidentStatus to,
        String actor,
        String actorName,
        Instant at,
        @Nullable Instant deviceAt,
        @Nullable Long clockLeftSeconds,
        @Nullable String reasonCode,
        @Nullable String note,
        Map<String, String> details) {}
