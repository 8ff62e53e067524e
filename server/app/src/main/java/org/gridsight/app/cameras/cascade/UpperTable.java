package org.gridsight.app.cameras.cascade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.gb28181.DevicePoint;
import org.gridsight.media.gb28181.SharedChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The upper platforms and the lists of what they may see. */
@Component
class UpperTable {

    private static final String COLUMNS = "select platform_id, version, display_name, sip_domain, host, port, username,"
            + " transport, edition, charset, enabled, agreement from cameras.upper_platform";

    private static final String SHARED =
            "select camera_id, channel_id, live, playback, ptz as control from cameras.shared_camera";

    private final JdbcClient jdbc;

    UpperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UpperEntry> list() {
        return jdbc.sql(COLUMNS + " order by platform_id")
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<UpperEntry> find(String platformId) {
        return jdbc.sql(COLUMNS + " where platform_id = ?")
                .param(platformId)
                .query((row, number) -> entry(row))
                .optional();
    }

    private static UpperEntry entry(ResultSet row) throws SQLException {
        UpperEntry.Way way = new UpperEntry.Way(
                row.getString("sip_domain"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("transport"),
                row.getString("username"),
                row.getString("charset"));
        return new UpperEntry(
                row.getString("platform_id"),
                row.getLong("version"),
                row.getString("display_name"),
                way,
                row.getString("edition"),
                row.getBoolean("enabled"),
                row.getString("agreement"));
    }

    Optional<String> sealed(String platformId) {
        return jdbc.sql("select sealed from cameras.upper_platform where platform_id = ?")
                .param(platformId)
                .query(String.class)
                .optional();
    }

    void insert(UpperEntry entry, String sealed) {
        UpperEntry.Way way = entry.way();
        jdbc.sql("insert into cameras.upper_platform (platform_id, version, display_name, sip_domain, host, port,"
                        + " username, sealed, transport, edition, charset, enabled, agreement)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.platformId(),
                        entry.name(),
                        way.domain(),
                        way.address(),
                        way.port(),
                        way.user(),
                        sealed,
                        way.transport(),
                        entry.edition(),
                        way.charset(),
                        entry.enabled(),
                        entry.agreement())
                .update();
    }

    /** False when it is another version by now. */
    boolean update(UpperEntry entry, String sealed) {
        UpperEntry.Way way = entry.way();
        return jdbc.sql("update cameras.upper_platform set version = version + 1, display_name = ?, sip_domain = ?,"
                                + " host = ?, port = ?, username = ?, sealed = ?, transport = ?, edition = ?,"
                                + " charset = ?, enabled = ?, agreement = ? where platform_id = ? and version = ?")
                        .params(
                                entry.name(),
                                way.domain(),
                                way.address(),
                                way.port(),
                                way.user(),
                                sealed,
                                way.transport(),
                                entry.edition(),
                                way.charset(),
                                entry.enabled(),
                                entry.agreement(),
                                entry.platformId(),
                                entry.version())
                        .update()
                > 0;
    }

    /** False when it is another version by now. */
    boolean renew(String platformId, long version, String agreement) {
        return jdbc.sql("update cameras.upper_platform set version = version + 1, agreement = ?"
                                + " where platform_id = ? and version = ?")
                        .params(agreement, platformId, version)
                        .update()
                > 0;
    }

    void delete(String platformId) {
        jdbc.sql("delete from cameras.shared_camera where platform_id = ?")
                .param(platformId)
                .update();
        jdbc.sql("delete from cameras.upper_platform where platform_id = ?")
                .param(platformId)
                .update();
    }

    List<SharedCamera> shared(String platformId) {
        return jdbc.sql(SHARED + " where platform_id = ?" + " order by channel_id")
                .param(platformId)
                .query(SharedCamera.class)
                .list();
    }

    void share(String platformId, List<SharedCamera> cameras) {
        jdbc.sql("delete from cameras.shared_camera where platform_id = ?")
                .param(platformId)
                .update();
        for (SharedCamera camera : cameras) {
            jdbc.sql("insert into cameras.shared_camera (platform_id, camera_id, channel_id, live, playback, ptz)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            platformId,
                            camera.cameraId(),
                            camera.channelId(),
                            camera.live(),
                            camera.playback(),
                            camera.control())
                    .update();
        }
    }

    Optional<SharedCamera> findChannel(String platformId, String channelId) {
        return jdbc.sql(SHARED + " where platform_id = ? and channel_id = ?")
                .params(platformId, channelId)
                .query(SharedCamera.class)
                .optional();
    }

    /** What the platform is told; a camera whose masks nobody has drawn is not among it. */
    List<SharedChannel> channels(String platformId) {
        return jdbc.sql(
                        "select s.channel_id, s.ptz, c.masked, c.display_name, c.status, c.kind, st_x(c.location) as lng,"
                                + " st_y(c.location) as lat from cameras.shared_camera s"
                                + " join cameras.camera c on c.camera_id = s.camera_id"
                                + " where s.platform_id = ? and (c.masked = false or c.masks <> '[]') order by s.channel_id")
                .param(platformId)
                .query((row, number) -> {
                    double lng = row.getDouble("lng");
                    Optional<DevicePoint> point =
                            row.wasNull() ? Optional.empty() : Optional.of(new DevicePoint(lng, row.getDouble("lat")));
                    boolean turns = row.getBoolean("ptz")
                            && !row.getBoolean("masked")
                            && row.getString("kind").equals("PTZ");
                    return new SharedChannel(
                            row.getString("channel_id"),
                            row.getString("display_name"),
                            !row.getString("status").equals("OFFLINE"),
                            turns ? 1 : 3,
                            point);
                })
                .list();
    }
}
