package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * How one camera is.
 *
 * @param fault the worst that holds; {@code since} and {@code incidentId} are its
 * @param measures of the last judged picture: mean, bright, flatShare, sharpness; empty before the first
 */
record HealthView(
        String cameraId,
        Optional<Instant> checkedAt,
        Optional<Instant> picturedAt,
        Optional<CameraFault> fault,
        Optional<Instant> since,
        Optional<UUID> incidentId,
        Optional<Double> clockDriftSeconds,
        JsonNode measures,
        List<HealthFigures.FaultLine> faults) {}
