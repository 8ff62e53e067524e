package org.gridsight.app.cameras.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the cameras of an area are.
 *
 * <p>{@code onlineRate} = online / (cameras - neverSeen): of those the network has ever known. {@code goodRate} = good /
 * (online - unchecked): of those online whose picture was judged within the window, the share without a fault of any sort.
 * What is not known is told beside and counts neither way; a rate of nothing is absent.
 *
 * @param unchecked online, but no picture of them was judged within the window and no fault is known
 */
record HealthFigures(
        Instant asOf,
        int cameras,
        int online,
        Optional<Double> onlineRate,
        int good,
        Optional<Double> goodRate,
        int unchecked,
        Targets targets,
        int neverSeen,
        List<FaultLine> faults) {

    /** What is to be reached. */
    record Targets(double online, double good) {}

    /** A fault that holds. */
    record FaultLine(String cameraId, String name, CameraFault fault, Instant since, Optional<UUID> incidentId) {

        static FaultLine of(HealthTable.Held held) {
            return new FaultLine(
                    held.cameraId(), held.name(), held.fault(), held.since(), Optional.ofNullable(held.incidentId()));
        }
    }
}
