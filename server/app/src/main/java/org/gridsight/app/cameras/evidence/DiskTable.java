package org.gridsight.app.cameras.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the times at which the disk was short. */
@Component
class DiskTable {

    private final JdbcClient jdbc;

    DiskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DiskShortage> latest() {
        return jdbc.sql("select * from cameras.disk_shortage order by since desc, id limit 1")
                .query((row, number) -> new DiskShortage(
                        row.getObject("id", UUID.class),
                        ClipTable.instant(row, "since"),
                        ClipTable.optional(row, "over_at"),
                        row.getObject("incident_id", UUID.class),
                        ClipTable.optional(row, "reported_at")))
                .optional();
    }

    void put(DiskShortage shortage) {
        int changed = jdbc.sql(
                        "update cameras.disk_shortage set over_at = ?, incident_id = ?, reported_at = ? where id = ?")
                .param(timestamp(shortage.overAt()))
                .param(shortage.incidentId())
                .param(timestamp(shortage.reportedAt()))
                .param(shortage.id())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into cameras.disk_shortage (id, since, over_at, incident_id, reported_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(shortage.id())
                    .param(Timestamp.from(shortage.since()))
                    .param(timestamp(shortage.overAt()))
                    .param(shortage.incidentId())
                    .param(timestamp(shortage.reportedAt()))
                    .update();
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
