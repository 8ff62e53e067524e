package org.gridsight.app.cameras;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who watches right now on every node, and when each node was last alive. */
@Component
class WatchingTable {

    /** Four beats missed: its process is gone. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    /**
     * A view whose process is gone.
     *
     * @param until when the process was last seen, or when the right ended if that was before
     */
    record LeftOpen(UUID watching, UUID grantId, String username, String gridCode, Instant until) {}

    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    WatchingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This process was alive then. */
    void alive(Instant now) {
        int known = jdbc.sql("update cameras.node set seen_at = ? where node = ?")
                .params(Timestamp.from(now), node)
                .update();
        if (known == 0) {
            jdbc.sql("insert into cameras.node (node, seen_at) values (?, ?)")
                    .params(node, Timestamp.from(now))
                    .update();
        }
    }

    void put(UUID watching, StreamTicket ticket) {
        jdbc.sql("insert into cameras.watching (watching, node, grant_id, username, grid_code, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        watching,
                        node,
                        ticket.grantId(),
                        ticket.user().username(),
                        ticket.camera().gridCode(),
                        Timestamp.from(ticket.expiresAt()))
                .update();
    }

    /** True for whoever is the first to end it. */
    boolean remove(UUID watching) {
        return jdbc.sql("delete from cameras.watching where watching = ?")
                        .param(watching)
                        .update()
                > 0;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from cameras.watching")
                        .query(Long.class)
                        .single()
                == 0;
    }

    List<LeftOpen> leftOpen(Instant now) {
        return jdbc.sql("select w.watching, w.grant_id, w.username, w.grid_code, w.expires_at, n.seen_at"
                        + " from cameras.watching w join cameras.node n on n.node = w.node"
                        + " where n.seen_at < ? and n.node <> ?")
                .params(Timestamp.from(now.minus(DEAD_AFTER)), node)
                .query((row, number) -> {
                    Instant expires =
                            row.getObject("expires_at", OffsetDateTime.class).toInstant();
                    Instant seen =
                            row.getObject("seen_at", OffsetDateTime.class).toInstant();
                    return new LeftOpen(
                            row.getObject("watching", UUID.class),
                            row.getObject("grant_id", UUID.class),
                            row.getString("username"),
                            row.getString("grid_code"),
                            seen.isBefore(expires) ? seen : expires);
                })
                .list();
    }

    /** Nodes that nothing refers to any more. */
    void forgetDead(Instant now) {
        jdbc.sql("delete from cameras.node where seen_at < ? and node not in (select node from cameras.watching)")
                .param(Timestamp.from(now.minus(DEAD_AFTER)))
                .update();
    }
}
