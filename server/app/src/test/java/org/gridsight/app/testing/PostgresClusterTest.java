package org.gridsight.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gridsight.app.testing.PostgresCluster.Database;
import org.junit.jupiter.api.Test;

/** The fixture that other tests stand on: PostGIS is there, and a kill loses nothing that was committed. */
class PostgresClusterTest {

    @Test
    void keepsCommittedRowsOverAHardKill() throws SQLException {
        try (PostgresCluster cluster = PostgresCluster.own()) {
            Database database = cluster.createDatabase();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension postgis");
                statement.execute("create table place(spot geometry(Point, 4490))");
                statement.execute("insert into place values (ST_SetSRID(ST_MakePoint(117.9, 35.8), 4490))");
            }
            cluster.kill();
            cluster.start();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select ST_X(spot) from place")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getDouble(1)).isEqualTo(117.9);
            }
        }
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() {
        PostgresCluster cluster = PostgresCluster.shared();
        assertThat(cluster.createDatabase().jdbcUrl())
                .isNotEqualTo(cluster.createDatabase().jdbcUrl());
    }
}
