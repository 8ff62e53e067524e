package org.gridsight.app.cameras;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridsight.media.gb28181.Device;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices that have signed in and which camera each of their channels is. */
@Component
class ChannelTable {

    private static final int LONGEST_WORD = 200;

    /** Where a camera's pictures come from. */
    record Link(String cameraId, String deviceId, String channelId) {}

    private final JdbcClient jdbc;

    ChannelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Link> find(String cameraId) {
        return jdbc.sql("select camera_id, device_id, channel_id from cameras.channel where camera_id = ?")
                .param(cameraId)
                .query(Link.class)
                .optional();
    }

    Optional<String> cameraOf(String deviceId, String channelId) {
        return jdbc.sql("select camera_id from cameras.channel where device_id = ? and channel_id = ?")
                .params(deviceId, channelId)
                .query(String.class)
                .optional();
    }

    /** The camera of a device that has no other. */
    Optional<String> onlyCameraOf(String deviceId) {
        List<String> all = jdbc.sql("select camera_id from cameras.channel where device_id = ?")
                .param(deviceId)
                .query(String.class)
                .list();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Those of the cameras that are channels of a device. */
    Set<String> known(Collection<String> cameraIds) {
        if (cameraIds.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select camera_id from cameras.channel where camera_id in (:ids)")
                .param("ids", cameraIds)
                .query(String.class)
                .list());
    }

    /** The channels that a device still lists, as far as it has told. */
    List<Link> listed(String deviceId) {
        return jdbc.sql("select k.camera_id, k.device_id, k.channel_id from cameras.channel k"
                        + " join cameras.camera c on c.camera_id = k.camera_id"
                        + " where k.device_id = ? and c.unlisted_at is null order by k.camera_id")
                .param(deviceId)
                .query(Link.class)
                .list();
    }

    void put(Link link, boolean online) {
        int changed = jdbc.sql(
                        "update cameras.channel set device_id = ?, channel_id = ?, online = ? where camera_id = ?")
                .params(link.deviceId(), link.channelId(), online, link.cameraId())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.channel (camera_id, device_id, channel_id, online) values (?, ?, ?, ?)")
                    .params(link.cameraId(), link.deviceId(), link.channelId(), online)
                    .update();
        }
    }

    void put(Device device) {
        List<Object> values = List.of(
                device.online(),
                bounded(device.version(), 20),
                device.overTcp(),
                bounded(device.manufacturer(), LONGEST_WORD),
                bounded(device.model(), LONGEST_WORD),
                bounded(device.firmware(), LONGEST_WORD),
                Timestamp.from(device.registeredAt()),
                Timestamp.from(device.seenAt()),
                device.id());
        int changed = jdbc.sql("update cameras.device set online = ?, gb_version = ?, over_tcp = ?, manufacturer = ?,"
                        + " model = ?, firmware = ?, registered_at = ?, seen_at = ? where device_id = ?")
                .params(values)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.device (online, gb_version, over_tcp, manufacturer, model, firmware,"
                            + " registered_at, seen_at, device_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** All channels of a device take its state; a channel that was off at its own recorder stays off. */
    void setOnline(Device device) {
        jdbc.sql("update cameras.camera set last_seen_at = ?, status = case when ? and camera_id in"
                        + " (select camera_id from cameras.channel where device_id = ? and online = true)"
                        + " then 'ONLINE' else 'OFFLINE' end"
                        + " where camera_id in (select camera_id from cameras.channel where device_id = ?)")
                .params(Timestamp.from(device.seenAt()), device.online(), device.id(), device.id())
                .update();
    }

    /** After a start nobody has signed in yet. */
    void allOffline() {
        jdbc.sql("update cameras.device set online = false where online = true").update();
        jdbc.sql("update cameras.camera set status = 'OFFLINE' where status = 'ONLINE'"
                        + " and camera_id in (select camera_id from cameras.channel)")
                .update();
    }
}
