package org.gridsight.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.LiveSocket;
import org.junit.jupiter.api.Test;

/** Who may open {@code /live}, and when it shuts, on whichever database. */
abstract class LiveDoorContract {

    private final LiveProduct product;

    LiveDoorContract(LiveProduct product) {
        this.product = product;
    }

    @Test
    void opensOnlyToTheSignedInOfOurOwnPages() {
        assertThat(handshake("", product.base().toString())).isEqualTo(401);
        String token = product.duty().createToken("live");
        assertThat(handshake(token, "https://elsewhere.example")).isEqualTo(403);
        assertThat(handshake(token, product.base().toString())).isEqualTo(101);
    }

    private int handshake(String token, String origin) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            builder.buildAsync(
                            java.net.URI.create(product.base().toString().replaceFirst("http", "ws") + "/live"),
                            new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            WebSocketHandshakeException cause =
                    Objects.requireNonNull((WebSocketHandshakeException) refused.getCause());
            return cause.getResponse().statusCode();
        }
    }

    @Test
    void endsWithTheSignInItStandsOn() {
        Client person = product.duty();
        try (LiveSocket socket = LiveContract.subscribed(person)) {
            person.delete("/api/session").expect(204);
            await().atMost(Duration.ofSeconds(5)).until(() -> socket.closeCode().isPresent());
            assertThat(socket.closeCode()).contains(1008);
        }
    }

    @Test
    void endsTheProgramsOfADisabledAccount() {
        String name = "leaver-" + System.nanoTime();
        product.open(name, Role.DISPATCHER, LiveProduct.TOWN);
        String token = product.as(name).createToken("program");
        try (LiveSocket socket =
                LiveContract.subscribed(Client.at(product.base()).withToken(token))) {
            Client admin = Client.at(product.base()).signIn("sysadmin", "Admin-2026");
            admin.patch("/api/users/" + name, Map.of("version", 0, "disabled", true))
                    .expect(200);
            await().atMost(Duration.ofSeconds(5)).until(() -> socket.closeCode().isPresent());
            assertThat(socket.closeCode()).contains(1008);
        }
    }
}
