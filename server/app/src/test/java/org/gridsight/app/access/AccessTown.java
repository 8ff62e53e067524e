package org.gridsight.app.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.InProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a running product, for the tests of this room on both databases. */
abstract class AccessTown {

    static final String PASSWORD = "Right-2026";
    static final String TOWN = "990001101";

    @LocalServerPort
    private int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Client client() {
        return Client.at(URI.create("http://localhost:" + port));
    }

    Client as(String name) {
        return client().signIn(name, PASSWORD);
    }

    Client sysadmin() {
        return client().signIn("sysadmin", InProcess.ADMIN_PASSWORD);
    }

    /** Somebody new; the answer is the name. */
    String open(Role... roles) {
        String name = "access-" + System.nanoTime();
        accounts.open(new NewAccount(name, "测试人员", Set.of(roles), new Scope(TOWN), null, null), PASSWORD, "test");
        return name;
    }

    long version(String name) {
        return view(name).version();
    }

    AccountView view(String name) {
        return accounts.list().stream()
                .filter(account -> account.username().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Action and details of what the trail holds of an account, oldest first. */
    List<String> trail(String name) {
        return jdbc.sql(
                        "select action || ' ' || details from audit.record where subject = ? order by at, chain, height")
                .param("account/" + name)
                .query(String.class)
                .list();
    }

    /** Like the first hours of a real place: no security and no audit administrator yet. */
    void withoutOtherAdministrators() {
        jdbc.sql("delete from access.account where roles in ('SECURITY_ADMIN', 'AUDIT_ADMIN')")
                .update();
    }

    static Map<String, Object> newAccount(String name, String role) {
        return Map.of(
                "username", name,
                "displayName", "新同事",
                "password", PASSWORD,
                "roles", List.of(role),
                "scope", TOWN);
    }

    static String code(Client.Reply reply) {
        return reply.json().path("code").asString();
    }
}
