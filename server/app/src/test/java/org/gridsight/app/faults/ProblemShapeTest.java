package org.gridsight.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.InProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whoever refuses, a room, Spring or Tomcat: the caller gets a problem with code, detail and errors. */
@InProcess
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemShapeTest {

    private static final String PASSWORD = "Right-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    /** The token of somebody in this role, who is a worker, too. */
    private String token(Role role) {
        return tokens.computeIfAbsent(role, wanted -> {
            String name = "problem-" + System.nanoTime();
            Scope scope = new Scope("999999999");
            accounts.open(new NewAccount(name, name, Set.of(wanted), scope, "W-" + name, null), PASSWORD, "test");
            return Client.at(URI.create("http://localhost:" + port))
                    .signIn(name, PASSWORD)
                    .createToken("problems");
        });
    }

    private RawCall call(String method, String target) {
        return new RawCall(method, target)
                .header("Authorization", "Bearer " + token(Role.DISPATCHER))
                .header("Accept-Language", "en");
    }

    private RawCall worker(String method, String target) {
        return call(method, target).header("Authorization", "Bearer " + token(Role.GRID_WORKER));
    }

    private RawCall upload(String contentType, String body) {
        return call("POST", "/api/grids/import")
                .header("Authorization", "Bearer " + token(Role.GIS_EDITOR))
                .header("Content-Type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(String disposition, String content) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    private static List<String> fields(JsonNode problem) {
        return problem.path("errors").findValuesAsString("field");
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asString();
    }

    @Test
    void otherContentTypeIsRefused() {
        RawCall call = call("POST", "/api/incidents").header("Content-Type", "text/csv");
        JsonNode problem =
                call.body("a,b".getBytes(StandardCharsets.UTF_8)).send(port).problem(415);
        assertThat(code(problem)).isEqualTo("request.http-415");
        assertThat(problem.path("detail").asString()).contains("application/json");
    }

    @Test
    void missingFileOfThePagesIsAProblemToo() {
        assertThat(code(call("GET", "/src/none.js").send(port).problem(404))).isEqualTo("request.http-404");
    }

    @Test
    void fileSentAsPlainTextIsNamed() {
        JsonNode problem = upload("multipart/form-data; boundary=b", form("name=\"file\"", "just text"))
                .send(port)
                .problem(400);
        assertThat(fields(problem)).containsExactly("file");
        assertThat(problem.path("errors").get(0).path("message").asString()).contains("must be a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b"})
    void formThatCannotBeTakenApartIsTheCallersFault(String type) {
        assertThat(code(upload(type, "--b\r\nContent-Disposition: form")
                        .send(port)
                        .problem(400)))
                .isEqualTo("request.http-400");
        call("POST", "/api/incidents")
                .header("Content-Type", type)
                .body("--b\r\nContent-Disposition: form".getBytes(StandardCharsets.UTF_8))
                .send(port)
                .problem(400);
    }

    /** So little above the limit that the rest is still read, and the answer too. */
    @Test
    void tooLargeUploadIsRefused() {
        String form = form("name=\"file\"; filename=\"a.csv\"", "x").replace("--b--", "");
        byte[] large = Arrays.copyOf(form.getBytes(StandardCharsets.UTF_8), 100 * 1024 * 1024 + 200_000);
        RawCall call = upload("multipart/form-data; boundary=b", "").body(large);
        assertThat(code(call.send(port).problem(413))).isEqualTo("request.too-large");
    }

    @Test
    void formFieldNamedWithControlCharactersIsTheCallersFault() {
        upload("application/x-www-form-urlencoded", "na%0Ame=1").send(port).problem(400);
    }

    @Test
    void formWithoutBoundaryAndCsrfHeaderFailsInAFilter() {
        new RawCall("POST", "/api/session")
                .header("Content-Type", "multipart/form-data")
                .body(new byte[] {1, 2, 3})
                .send(port)
                .problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ED%A0%80", "q=%", "q=%zz", "q=%FF%FE", "%C0%80=1"})
    void undecodableParametersAreTheCallersFault(String query) {
        call("GET", "/api/incidents?" + query).send(port).problem(400);
        new RawCall("POST", "/api/session?" + query)
                .header("Content-Length", "0")
                .send(port)
                .problem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/incidents?q={}", "/api/in\u0000cidents", "api", "/api//incidents", "/api/%2e%2e/x"})
    void whatTomcatOrTheFirewallRefuseIsAProblem(String target) {
        call("GET", target).send(port).problem(400);
    }

    @Test
    void brokenHeadIsAProblem() {
        call("GET", "/api/incidents")
                .header("Content-Length", "minus one")
                .send(port)
                .problem(400);
        call("GET", "/api/incidents")
                .header("X-Long", "x".repeat(20_000))
                .send(port)
                .problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PUT", "BREW", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        RawCall.Answer answer = call(method, "/api/incidents").send(port);
        assertThat(answer.status()).isBetween(400, 405);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        if (!method.equals("HEAD")) {
            answer.problem();
        }
    }

    @Test
    void isAProblemWhateverIsAccepted() {
        for (String accept : List.of("text/html", "image/png", "application/xml", "no/thing;q=x", "*", "")) {
            RawCall call = call("POST", "/api/incidents").header("Accept", accept);
            assertThat(call.json("{}").send(port).problem().path("status").asInt())
                    .as(accept)
                    .isIn(406, 422);
            new RawCall("GET", "/api/incidents")
                    .header("Accept", accept)
                    .send(port)
                    .problem(401);
        }
        assertThat(code(call("GET", "/api/codes")
                        .header("Accept", "application/xml")
                        .send(port)
                        .problem(406)))
                .isEqualTo("request.http-406");
    }

    @Test
    void everyFieldOfAWrongTypeIsNamed() {
        String report = """
                {"kind":"HAZARD","title":{"zh":["x"]},"reporter":"bob","parties":{},"gridCode":[],"source":"PATROL"}""";
        for (String door : List.of("/api/incidents", "/api/incidents/duplicates")) {
            JsonNode problem = call("POST", door).json(report).send(port).problem(400);
            assertThat(code(problem)).isEqualTo("request.malformed");
            assertThat(fields(problem)).containsExactly("title", "reporter", "parties", "gridCode");
            assertThat(problem.path("detail").asString()).contains("4 fields");
            assertThat(problem.toString()).doesNotContain("org.", "java.");
        }
    }

    @Test
    void wrongTypeInsideAListIsNamedWithItsPlace() {
        String report = """
                {"parties":[{"name":"a"},{"name":{}},7],"title":"t"}""";
        assertThat(fields(call("POST", "/api/incidents").json(report).send(port).problem(400)))
                .containsExactly("parties[1].name", "parties[2]");
    }

    @Test
    void wrongTypeInAMoveIsNamed() {
        String move = """
                {"action":"dispatch","version":{},"workerIds":"W001"}""";
        assertThat(fields(call("POST", "/api/incidents/x/actions")
                        .json(move)
                        .send(port)
                        .problem(400)))
                .containsExactly("version", "workerIds");
    }

    @Test
    void wordInPlaceOfANumberOrATruthIsNamed() {
        JsonNode number = worker("POST", "/api/workers/me/positions")
                .json("[{\"lon\":\"east\",\"lat\":{}},{\"lat\":1,\"at\":[]}]")
                .send(port)
                .problem(400);
        assertThat(fields(number)).containsExactly("[0].lon", "[0].lat", "[1].at");
        assertThat(number.path("errors").get(0).path("message").asString()).isEqualTo("must be a number");
        JsonNode truth = worker("PUT", "/api/workers/me/duty")
                .json("{\"onDuty\":\"maybe\"}")
                .send(port)
                .problem(400);
        assertThat(fields(truth)).containsExactly("onDuty");
        assertThat(truth.path("detail").asString()).contains("one field has");
    }

    @Test
    void numberThatNoTypeHoldsIsNamed() {
        RawCall call =
                call("PATCH", "/api/users/nobody-here").header("Authorization", "Bearer " + token(Role.SYSTEM_ADMIN));
        assertThat(fields(call.json("{\"version\":99999999999999999999}")
                        .send(port)
                        .problem(400)))
                .containsExactly("version");
    }

    @Test
    void nothingInPlaceOfAPositionIsAFault() {
        JsonNode problem = worker("POST", "/api/workers/me/positions")
                .json("[null]")
                .send(port)
                .problem(422);
        assertThat(fields(problem)).containsExactly("[0]");
    }

    @Test
    void wholeBodyOfAWrongTypeIsToldWithoutAField() {
        for (String body : List.of("[]", "\"text\"", "7", "true")) {
            JsonNode problem =
                    call("POST", "/api/incidents").json(body).send(port).problem(400);
            assertThat(fields(problem)).containsExactly("");
        }
    }

    @Test
    void oneFaultIsOneFault() {
        JsonNode one =
                worker("PUT", "/api/workers/me/duty").json("{}").send(port).problem(422);
        assertThat(one.path("detail").asString()).startsWith("One fault in the request;");
        JsonNode many = call("POST", "/api/incidents").json("{}").send(port).problem(422);
        assertThat(many.path("detail").asString()).matches("[2-9] faults in the request; .*");
    }
}
