package org.gridsight.app.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program or a browser without pictures that talks to the product: signed in with cookie and CSRF token, with a
 * bearer token, or not at all. One instance is one person.
 */
public final class Client {

    /** An answer; the body is kept as bytes. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The same reply, if it has this status; else a failure that shows the body. */
        public Reply expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + text());
            }
            return this;
        }

        /** The same reply, if it is a success of any kind. */
        public Reply expectSuccess() {
            return status / 100 == 2 ? this : expect(200);
        }
    }

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private Optional<String> token = Optional.empty();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Client(URI base) {
        this.base = base;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(20))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public static Client at(URI base) {
        return new Client(base);
    }

    /** Signs in as a person does; fails when refused. */
    public Client signIn(String username, String password) {
        get("/api/session");
        post("/api/session", Map.of("username", username, "password", password)).expect(200);
        return this;
    }

    /** Uses a program's token from now on instead of the cookie. */
    public Client withToken(String bearer) {
        token = Optional.of(bearer);
        return this;
    }

    /** Sends this header with every call from now on. */
    public Client withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Makes a token with the rights of the signed-in person. */
    public String createToken(String name) {
        return post("/api/tokens", Map.of("name", name, "days", 1))
                .json()
                .path("token")
                .asString();
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** A creating call that may be repeated safely. */
    public Reply post(String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(json(body)));
    }

    public Reply put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    public Reply patch(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").method("PATCH", json(body)));
    }

    /** Any method, with a JSON body. */
    public Reply send(String method, String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").method(method, json(body)));
    }

    /** Any method, with headers of its own and bytes. */
    public Reply send(String method, String path, Map<String, String> more, byte[] body) {
        HttpRequest.Builder call = request(path).method(method, BodyPublishers.ofByteArray(body));
        more.forEach(call::header);
        return send(call);
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Multipart upload of one file beside plain fields. */
    public Reply upload(String path, Path file, Map<String, String> fields) {
        String boundary = "gridsight-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Map.Entry<String, String> field : new LinkedHashMap<>(fields).entrySet()) {
                body.write(part(boundary, "name=\"" + field.getKey() + "\"", ""));
                body.write(utf8(field.getValue() + "\r\n"));
            }
            String named = "name=\"file\"; filename=\"" + file.getFileName() + "\"";
            body.write(part(boundary, named, "Content-Type: application/octet-stream\r\n"));
            body.write(Files.readAllBytes(file));
            body.write(utf8("\r\n--" + boundary + "--\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String disposition, String more) {
        return utf8("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Opens the live channel as this person. */
    public LiveSocket live() {
        URI address = URI.create(base.toString().replaceFirst("http", "ws") + "/live");
        return LiveSocket.open(
                http,
                address,
                base.toString(),
                token.map(bearer -> "Bearer " + bearer).orElse(""));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(120));
        headers.forEach(builder::header);
        token.ifPresentOrElse(
                bearer -> builder.header("Authorization", "Bearer " + bearer),
                () -> csrfToken().ifPresent(csrf -> builder.header("X-XSRF-TOKEN", csrf)));
        return builder;
    }

    private Optional<String> csrfToken() {
        return cookies.getCookieStore().get(base).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private Reply send(HttpRequest.Builder builder) {
        try {
            HttpResponse<byte[]> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Reply(answer.statusCode(), Map.copyOf(headers), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
