package org.gridsight.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * What follows on any restore (docker/after-restore.sql does the same on PostGIS): nobody stays signed in by a session
 * of the past, and the live streams begin a new epoch, so that no page trusts offsets of a history that is undone.
 */
final class Restored {

    private Restored() {}

    static void settle(Connection connection) throws SQLException {
        try (Statement sessions = connection.createStatement();
                PreparedStatement epoch = connection.prepareStatement("update live.head set epoch = ?")) {
            sessions.executeUpdate("delete from access.spring_session");
            epoch.setString(1, UUID.randomUUID().toString());
            epoch.executeUpdate();
        }
    }
}
