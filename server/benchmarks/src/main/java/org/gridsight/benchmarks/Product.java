package org.gridsight.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running product as one program with a bearer token sees it. */
final class Product {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Product(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signs in as a person, makes a token, and uses that from then on. */
    static Product as(String username, String password, String baseUrl) {
        URI base = URI.create(baseUrl);
        CookieManager cookies = new CookieManager();
        HttpClient person = HttpClient.newBuilder().cookieHandler(cookies).build();
        Map<String, String> credentials = Map.of("username", username, "password", password);
        send(person, HttpRequest.newBuilder(base.resolve("/api/session")).GET().build());
        send(person, signed(base, cookies, "/api/session", credentials));
        HttpResponse<String> made =
                send(person, signed(base, cookies, "/api/tokens", Map.of("name", "benchmark", "days", 1)));
        String token = JSON.readTree(made.body()).path("token").asString("");
        if (token.isEmpty()) {
            throw new IllegalStateException("no token for " + username + ": " + made.statusCode() + " " + made.body());
        }
        return new Product(base, token);
    }

    private static HttpRequest signed(URI base, CookieManager cookies, String path, Map<String, ?> body) {
        String csrf = cookies.getCookieStore().get(base).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(http, request);
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Opens the live channel. */
    WebSocket live(WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .subprotocols("gridsight.v1.json")
                .header("Authorization", "Bearer " + token)
                .header("Origin", base.toString())
                .buildAsync(URI.create(base.toString().replaceFirst("http", "ws") + "/live"), listener)
                .join();
    }
}
