package org.gridsight.app.cameras;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.RefusedAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sealed addresses of the RTSP cameras. */
@Component
class StreamAddresses {

    private final JdbcClient jdbc;
    private final CameraSecrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    StreamAddresses(JdbcClient jdbc, CameraSecrets secrets, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction of the caller. */
    void put(String cameraId, StreamAddress address) {
        String text = json.writeValueAsString(List.of(
                address.url().text(),
                address.username(),
                address.password(),
                address.sub().map(CameraUrl::text).orElse("")));
        jdbc.sql("delete from cameras.stream_address where camera_id = ?")
                .param(cameraId)
                .update();
        jdbc.sql("insert into cameras.stream_address (camera_id, sealed, changed_at) values (?, ?, ?)")
                .params(cameraId, secrets.seal(cameraId, text), Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty when there is none, or the key is not the one it was sealed with. */
    Optional<StreamAddress> find(String cameraId) {
        return jdbc.sql("select sealed from cameras.stream_address where camera_id = ?")
                .param(cameraId)
                .query(String.class)
                .optional()
                .flatMap(kept -> secrets.open(cameraId, kept))
                .flatMap(this::read);
    }

    /** Those of the cameras that have one. */
    Set<String> known(Collection<String> cameraIds) {
        if (cameraIds.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select camera_id from cameras.stream_address where camera_id in (:ids)")
                .param("ids", cameraIds)
                .query(String.class)
                .list());
    }

    private Optional<StreamAddress> read(String text) {
        String[] parts = json.readValue(text, String[].class);
        try {
            // those entered before there were sub-streams have three parts
            Optional<CameraUrl> sub =
                    parts.length < 4 || parts[3].isEmpty() ? Optional.empty() : Optional.of(CameraUrl.parse(parts[3]));
            return Optional.of(new StreamAddress(CameraUrl.parse(parts[0]), parts[1], parts[2], sub));
        } catch (RefusedAddress noLonger) {
            return Optional.empty();
        }
    }
}
