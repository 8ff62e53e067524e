package org.gridsight.app.incidents;

import java.net.URI;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The loop over HTTP: people who sign in, and their reports. */
abstract class LoopDoors extends EmbeddedLoop {

    private static final String PASSWORD = "Loop-2026-x";

    @Autowired
    private Accounts accounts;

    Client person(Scope scope, String workerId, Role... roles) {
        String name = "http-" + System.nanoTime();
        String worker = workerId.isEmpty() ? null : workerId;
        accounts.open(new NewAccount(name, "某人", Set.of(roles), scope, worker, null), PASSWORD, "test");
        return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
    }

    Client duty() {
        return person(new Scope(Town.CODE), "", Role.DISPATCHER);
    }

    static JsonNode report(Client client, String title) {
        return client.post("/api/incidents", Town.body(title)).expect(201).json();
    }
}
