package org.gridsight.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request written byte by byte, so that it may be as broken as no HTTP library would send it. */
final class RawCall {

    /** The answer to one; header names are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        /** Fails unless this is a complete problem document of this status. */
        JsonNode problem(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return problem();
        }

        JsonNode problem() {
            assertThat(headers.get("content-type")).as(this.toString()).startsWith("application/problem+json");
            JsonNode problem = JSON.readTree(body);
            assertThat(problem.path("status").asInt()).as(body).isEqualTo(status);
            assertThat(problem.path("code").asString()).as(body).matches("[a-z-]+(\\.[a-z0-9-]+)+");
            assertThat(problem.path("detail").asString()).as(body).isNotBlank();
            assertThat(problem.path("errors").isArray()).as(body).isTrue();
            for (JsonNode fault : problem.path("errors")) {
                assertThat(fault.path("field").isString()).as(body).isTrue();
                assertThat(fault.path("message").asString()).as(body).isNotBlank();
            }
            return problem;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MILLIS = 30_000;

    private final String line;
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of("Host", "localhost"));
    private byte[] body = {};

    /** With a method and a target as they shall stand in the first line. */
    RawCall(String method, String target) {
        this.line = method + " " + target + " HTTP/1.0";
    }

    RawCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RawCall json(String text) {
        return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
    }

    RawCall body(byte[] bytes) {
        body = bytes;
        return header("Content-Length", Integer.toString(bytes.length));
    }

    Answer send(int port) {
        StringBuilder head = new StringBuilder(line).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new AssertionError(this + " was not answered", failure);
        }
    }

    private static Answer parse(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1].strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, parts.length > 1 ? parts[1] : "");
    }

    @Override
    public String toString() {
        return line + " " + headers + " " + new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
    }
}
