package org.gridsight.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/** Where the product's database is, by the same settings and rules as the product itself. */
record Database(String url, String username, String password) {

    static Database ofEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        new StartSettings().postProcessEnvironment(environment, new SpringApplication(GridSight.class));
        return new Database(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** Opens it; an embedded one that does not exist is not created. */
    Connection connect() throws SQLException {
        String address = isEmbedded() ? url + ";IFEXISTS=TRUE" : url;
        return DriverManager.getConnection(address, username, password);
    }
}
