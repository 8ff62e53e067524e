package org.gridsight.app.cameras;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open case of a camera's fault, whoever found it first: what its device rings about and what its pictures show is one
 * matter for whoever drives there. Call it in the transaction that would open another.
 */
@Component
public class KnownFaults {

    private final JdbcClient jdbc;
    private final Incidents incidents;

    KnownFaults(JdbcClient jdbc, Incidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /** Found by the product's own looks. */
    public Optional<IncidentView> byLook(String cameraId) {
        hold(cameraId);
        List<UUID> cases = jdbc.sql("select incident_id from cameras.fault where camera_id = ?"
                        + " and incident_id is not null order by reported_at desc")
                .param(cameraId)
                .query(UUID.class)
                .list();
        return open(cases.stream().map(UUID::toString).toList());
    }

    /** Rung about by its device. */
    public Optional<IncidentView> byAlarm(String cameraId) {
        hold(cameraId);
        return open(jdbc.sql("select incident_id from cameras.alarm_card where ringer = ? and incident_id <> ''"
                        + " order by last_at desc limit 20")
                .param(cameraId)
                .query(String.class)
                .list());
    }

    /** The camera's row is held, so that two who find the same come one after the other. */
    private void hold(String cameraId) {
        jdbc.sql("select camera_id from cameras.camera where camera_id = ? for update")
                .param(cameraId)
                .query(String.class)
                .optional();
    }

    private Optional<IncidentView> open(List<String> cases) {
        return cases.stream()
                .distinct()
                .flatMap(id -> incidents.find(id, Scope.everything()).stream())
                .filter(incident -> incident.kind() == IncidentKind.CAMERA_FAULT
                        && incident.status().isOpen())
                .findFirst();
    }
}
