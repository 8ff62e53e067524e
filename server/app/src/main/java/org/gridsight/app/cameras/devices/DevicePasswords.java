package org.gridsight.app.cameras.devices;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.cameras.CameraSecrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passwords of single devices, sealed in the table and in memory alike. */
@Component
public class DevicePasswords {

    private final JdbcClient jdbc;
    private final CameraSecrets secrets;
    private final Clock clock;
    /** Sealed text by device; read by the thread of the station, written by whoever sets one. */
    private final Map<String, String> sealed = new ConcurrentHashMap<>();

    DevicePasswords(JdbcClient jdbc, CameraSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Before the first device asks. */
    public void load() {
        sealed.clear();
        jdbc.sql("select device_id, sealed from cameras.device_password")
                .query((row, number) -> Map.entry(row.getString("device_id"), row.getString("sealed")))
                .list()
                .forEach(entry -> sealed.put(entry.getKey(), entry.getValue()));
    }

    /** What this device must prove; empty when its own cannot be opened: then it stays outside. */
    public Optional<String> of(String deviceId, Optional<String> common) {
        String own = sealed.get(deviceId);
        return own == null ? common : secrets.open(owner(deviceId), own);
    }

    /** In the transaction of the caller; {@link #take} makes it count. Gives the sealed text. */
    String store(String deviceId, String password) {
        String text = secrets.seal(owner(deviceId), password);
        remove(deviceId);
        jdbc.sql("insert into cameras.device_password (device_id, sealed, changed_at) values (?, ?, ?)")
                .params(deviceId, text, Timestamp.from(clock.instant()))
                .update();
        return text;
    }

    /** In the transaction of the caller; {@link #drop} makes it count. */
    void remove(String deviceId) {
        jdbc.sql("delete from cameras.device_password where device_id = ?")
                .param(deviceId)
                .update();
    }

    void take(String deviceId, String text) {
        sealed.put(deviceId, text);
    }

    void drop(String deviceId) {
        sealed.remove(deviceId);
    }

    /** The devices that have one of their own. */
    Set<String> devices() {
        return Set.copyOf(jdbc.sql("select device_id from cameras.device_password")
                .query(String.class)
                .list());
    }

    private static String owner(String deviceId) {
        return "device/" + deviceId;
    }
}
