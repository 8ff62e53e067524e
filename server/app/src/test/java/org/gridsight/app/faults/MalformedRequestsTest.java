package org.gridsight.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.InProcess;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * Random rubbish, the same in every run, at every end point by somebody who may call it: never a fault of ours, and
 * every refusal is a complete problem.
 */
@InProcess
class MalformedRequestsTest {

    private static final long SEED = 20260305;
    private static final int CALLS = 240;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final Map<String, String> tokens = new TreeMap<>();

    @Test
    void neverAnsweredByAFaultOfOurs() throws IOException {
        Random random = new Random(SEED);
        Rubbish rubbish = new Rubbish(random);
        List<String> doors = doors();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String[] door = doors.get(i % doors.size()).split("[ :]+");
            String target = door[1].replaceAll("\\{[^}]*}", rubbish.pathVariable()) + rubbish.query();
            RawCall call = new RawCall(door[0], target).header("Authorization", "Bearer " + token(door[2]));
            rubbish.headers().forEach(call::header);
            if (!door[0].equals("GET")) {
                call.header("Content-Type", rubbish.contentType()).body(rubbish.body());
            }
            verdict(call, !door[0].equals("HEAD"), broken);
        }
        assertThat(broken).as("seed %d", SEED).isEmpty();
    }

    private void verdict(RawCall call, boolean hasBody, List<String> broken) {
        RawCall.Answer answer = call.send(port);
        try {
            assertThat(answer.status()).isLessThan(500);
            if (hasBody && answer.status() >= 400) {
                answer.problem();
            }
        } catch (AssertionError | RuntimeException wrong) {
            broken.add(call + " -> " + answer.status() + " " + wrong.getMessage());
        }
    }

    /** Somebody of the first role that a line names; a dispatcher where it names all or none. */
    private String token(String role) {
        boolean isRole =
                Arrays.stream(Role.values()).anyMatch(known -> known.name().equals(role));
        String known = isRole ? role : Role.DISPATCHER.name();
        return tokens.computeIfAbsent(
                known,
                name -> Town.person(port, accounts, Role.valueOf(name), "999999999")
                        .createToken("rubbish"));
    }

    /** The lines of the matrix for programs; the pages answer people with pages. */
    private static List<String> doors() throws IOException {
        return new ClassPathResource("access-matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" /api/"))
                .toList();
    }

    /** What people, programs and attackers send by mistake or on purpose. */
    private record Rubbish(Random random) {

        private static final List<String> PARAMETERS = List.of(("q limit cursor bbox from to status kind at lng lat "
                        + "streams actor subject username format category level gridCode method asOf days")
                .split(" "));
        private static final List<String> FIELDS = List.of(
                ("kind title description location reporter parties occurredAt source action version workerIds username password roles "
                                + "scope name days onDuty method sizeMetres points parameters filter reason category dryRun current locked")
                        .split(" "));
        private static final List<String> WORDS = List.of(
                "",
                "0",
                "-1",
                "1e400",
                "NaN",
                "null",
                "9999999999999999999",
                "2026-02-30T25:00:00Z",
                "a,b,c,d",
                "117.9,35.8,117.9",
                "180,90,-180,-90",
                "\u0000",
                "\uD800",
                "😀",
                "'; drop table x; --",
                "{0}",
                "%s",
                "../../etc",
                "HAZARD",
                "point",
                "x".repeat(3_000),
                "\r\nX: y",
                "1\uFFFF",
                "null,null,null,null");
        private static final List<String> ESCAPES = List.of("%ED%A0%80", "%", "%zz", "%FF", "%C0%80", "%E4%BD");

        private String any(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private String encoded() {
            return random.nextInt(4) == 0 ? any(ESCAPES) : URLEncoder.encode(any(WORDS), StandardCharsets.UTF_8);
        }

        String pathVariable() {
            return encoded() + (random.nextBoolean() ? "" : "0");
        }

        String query() {
            StringBuilder query = new StringBuilder("?");
            for (int i = random.nextInt(4); i > 0; i--) {
                query.append(any(PARAMETERS)).append('=').append(encoded()).append('&');
            }
            return query.toString();
        }

        Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>();
            headers.put("Accept", random.nextInt(4) > 0 ? "*/*" : any(List.of("text/html", "*", ";;", "a/b;q=7")));
            headers.put("Accept-Language", any(List.of("en", "zh-CN", "xx-999", "*", "en;q=x", "\u00e9\u00e9", ",,,")));
            headers.put("Idempotency-Key", any(List.of("", "k", "x".repeat(2_000), "\u00ff\u00fe", "a,b")));
            headers.put("If-None-Match", any(List.of("*", "\"x\"", "W/", "\"")));
            headers.put("Range", any(List.of("bytes=5-1", "bytes=-", "lines=1", "bytes=0-0")));
            headers.put("Cookie", any(List.of("GRIDSIGHT=x", "GRIDSIGHT=;;=", "=", "XSRF-TOKEN=\u00ff")));
            return headers;
        }

        String contentType() {
            return random.nextBoolean()
                    ? "application/json"
                    : any(List.of(
                            "multipart/form-data",
                            "multipart/form-data; boundary=b",
                            "text/plain",
                            ";;;",
                            "json",
                            "application/x-www-form-urlencoded",
                            "application/json; charset=utf-99",
                            "multipart/mixed"));
        }

        byte[] body() {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            String text = json(0);
            return switch (random.nextInt(8)) {
                case 0 -> noise;
                case 1 -> text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
                case 2 -> "[".repeat(2_000).getBytes(StandardCharsets.UTF_8);
                case 3 ->
                    ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + text
                                    + "\r\n--b--\r\n")
                            .getBytes(StandardCharsets.UTF_8);
                case 4 -> "a=%ZZ&file=1&=".getBytes(StandardCharsets.UTF_8);
                default -> object(0).getBytes(StandardCharsets.UTF_8);
            };
        }

        private String object(int depth) {
            StringBuilder object = new StringBuilder("{");
            for (int i = random.nextInt(6); i >= 0; i--) {
                object.append('"').append(any(FIELDS)).append("\":").append(json(depth + 1));
                object.append(i == 0 ? "" : ",");
            }
            return object.append('}').toString();
        }

        private String json(int depth) {
            return switch (random.nextInt(depth > 3 ? 5 : 8)) {
                case 0 -> "null";
                case 1 -> "true";
                case 2 -> any(List.of("0", "-1", "1e400", "1.5", "99999999999999999999", "-0.0"));
                case 3, 4 -> "\"" + any(List.of("", "x", "\\u0000", "\\ud800", "HAZARD", "SQUARES", "2026")) + "\"";
                case 5 -> "[]";
                case 6 -> "[" + json(depth + 1) + ",null]";
                default -> object(depth + 1);
            };
        }
    }
}
