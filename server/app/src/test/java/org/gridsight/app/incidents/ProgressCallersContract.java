package org.gridsight.app.incidents;

import java.net.URI;
import org.gridsight.app.testing.Client;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guesses at public case codes from callers whom a reverse proxy names. */
abstract class ProgressCallersContract {

    /** As many as a caller has in a minute. */
    static final int MISSES = 30;

    @LocalServerPort
    private int port;

    /** The status of a guess that comes through a proxy on behalf of this address. */
    int guessFrom(String address) {
        return Client.at(URI.create("http://localhost:" + port))
                .withHeader("X-Forwarded-For", address)
                .get("/progress/" + "0".repeat(CaseCode.LENGTH))
                .status();
    }
}
