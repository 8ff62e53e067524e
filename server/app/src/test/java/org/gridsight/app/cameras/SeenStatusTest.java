package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.media.Codec;
import org.gridsight.media.gb28181.DeviceStatus;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a session and a device say of themselves is kept, also after the database was away for a moment. */
@EmbeddedTown
class SeenStatusTest extends CameraTown {

    @Autowired
    private MediaEngine engine;

    @Autowired
    private StatusNews news;

    @Autowired
    private DataSource database;

    @Autowired
    private GbStation station;

    @Autowired
    private Inspections inspections;

    /** A database that is away until it is told to come back. */
    private static final class AwayAtFirst extends DelegatingDataSource {

        private boolean away = true;

        AwayAtFirst(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }

    /** Of a camera whose writes go through the given database only: the product's own sweep does not know its hub. */
    private String statusOf(String camera) {
        return jdbc.sql("select status from cameras.camera where camera_id = ?")
                .param(camera)
                .query(String.class)
                .single();
    }

    @Test
    void writesAgainWhatCouldNotBeWritten() {
        RtspManners manners = new RtspManners();
        manners.rate = 40;
        manners.pictures = 0;
        try (RtspCamera device = new RtspCamera(Film.random(Codec.H264, 60, 2_000), manners)) {
            Map<String, Object> body = camera();
            body.put("streamUrl", "rtsp://127.0.0.1:" + device.address().getPort() + "/ch1");
            String camera = enter(body);
            AwayAtFirst away = new AwayAtFirst(database);
            SeenStatus seen = new SeenStatus(engine, JdbcClient.create(away), news, Clock.systemUTC());
            StreamHub hub = engine.hubs().of(camera);
            long before = System.nanoTime() - Duration.ofDays(1).toNanos();
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            hub.glance(Duration.ofSeconds(60), before).join().isPresent());
            seen.note(hub);
            jdbc.sql("update cameras.camera set status = 'NEVER_CONNECTED', last_seen_at = null where camera_id = ?")
                    .param(camera)
                    .update();
            away.away = false;
            seen.note(hub);
            assertThat(statusOf(camera)).isEqualTo("ONLINE");
            engine.hubs().remove(camera);
        }
    }

    @Test
    void readsTheClockADeviceTells() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        String device = "34020000001180000077";
        assertThat(inspections.drift(device, zone)).isEmpty();
        Instant slow = Instant.now().minusSeconds(3_600);
        String local = slow.atZone(zone).toLocalDateTime().withNano(0).toString();
        station.status(new DeviceStatus(device, true, true, local));
        assertThat(inspections.drift(device, zone).orElseThrow().seconds()).isBetween(-3_700.0, -3_500.0);
        station.status(new DeviceStatus(device, true, true, slow.toString()));
        assertThat(inspections.drift(device, zone).orElseThrow().seconds()).isBetween(-3_700.0, -3_500.0);
        station.status(new DeviceStatus(device, true, true, "gestern"));
        assertThat(inspections.drift(device, zone)).isEmpty();
    }
}
