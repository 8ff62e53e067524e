package org.gridsight.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.InProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Calls every end point of the running product as every role and compares with {@code access-matrix.txt}, which is
 * written by hand and not from {@link AccessRules}: a right is only changed by changing both.
 */
@InProcess
class AccessMatrixTest {

    private static final String PERSON = "PERSON";
    private static final String ANONYMOUS = "ANONYMOUS";
    private static final String PASSWORD = "Matrix-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TokenDesk desk;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, String> bearer = new EnumMap<>(Role.class);
    private final Map<Role, Client> person = new EnumMap<>(Role.class);
    private Map<String, Set<String>> matrix = Map.of();

    @BeforeEach
    void openOneAccountPerRole() throws IOException {
        matrix = readMatrix();
        for (Role role : Role.values()) {
            String name = nameOf(role);
            Scope area = areaOf(role);
            NewAccount account = new NewAccount(name, name, Set.of(role), area, null, null);
            if (accounts.list().stream().noneMatch(known -> known.username().equals(name))) {
                accounts.open(account, PASSWORD, "test");
            }
            CurrentUser user = new CurrentUser(name, name, Set.of(role), area, null, null);
            bearer.put(role, desk.issue(user, NewToken.full("matrix", 1)));
        }
    }

    /** Nowhere, so that nothing is changed; but the trail is whole or not at all, and other tests write to it. */
    private static Scope areaOf(Role role) {
        return role == Role.AUDIT_ADMIN ? Scope.everything() : new Scope("999999999");
    }

    @Test
    void everyEndPointStandsInTheMatrix() {
        Set<String> written =
                matrix.keySet().stream().map(AccessMatrixTest::shape).collect(Collectors.toSet());
        assertThat(endPoints()).isSubsetOf(written);
    }

    @Test
    void everyRoleIsLetInOrKeptOutAsWritten() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> line : matrix.entrySet()) {
            boolean personOnly = line.getValue().contains(PERSON);
            for (Role role : Role.values()) {
                boolean expected = isAllowed(line.getValue(), role.name());
                Optional<String> token = Optional.of(String.valueOf(bearer.get(role)));
                check(line.getKey(), role.name(), token, expected && !personOnly, wrong);
                if (personOnly) {
                    checkPerson(line.getKey(), role, expected, wrong);
                }
            }
            check(line.getKey(), ANONYMOUS, Optional.empty(), line.getValue().contains("PUBLIC"), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** Signed in as a person does, for what a token may not do. */
    private void checkPerson(String endPoint, Role role, boolean expected, Map<String, String> wrong) {
        Client client = person.computeIfAbsent(
                role, r -> Client.at(URI.create("http://localhost:" + port)).signIn(nameOf(r), PASSWORD));
        String[] words = endPoint.split(" ", 2);
        int status = client.send(words[0], words[1].replaceAll("\\{[^}]*}", "0"), Map.of())
                .status();
        boolean letIn = status != 401 && status != 403;
        if (letIn != expected) {
            wrong.put(role + " in person " + endPoint, "answered " + status);
        }
    }

    private static String nameOf(Role role) {
        return "matrix-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void check(String endPoint, String who, Optional<String> token, boolean expected, Map<String, String> wrong)
            throws Exception {
        int status = call(endPoint, token);
        boolean letIn = status != 401 && status != 403;
        if (letIn != expected) {
            wrong.put(who + " " + endPoint, "answered " + status);
        }
    }

    /** Changes are sent with an empty object: a role that is let in meets its faults, not the lock. */
    private int call(String endPoint, Optional<String> token) throws IOException, InterruptedException {
        String[] words = endPoint.split(" ", 2);
        URI address = URI.create("http://localhost:" + port + words[1].replaceAll("\\{[^}]*}", "0"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json");
        request.method(
                words[0],
                words[0].equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}"));
        // an anonymous change without CSRF token would be refused for that alone: a wrong token stands for "no right"
        request.header("Authorization", "Bearer " + token.orElse("nobody"));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean isAllowed(Set<String> roles, String role) {
        return roles.contains("PUBLIC") || roles.contains("ALL") || roles.contains(role);
    }

    private Set<String> endPoints() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> shape(method.name() + " " + pattern))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the names of path variables. */
    private static String shape(String endPoint) {
        return endPoint.replaceAll("\\{[^}]*}", "{}");
    }

    private static Map<String, Set<String>> readMatrix() throws IOException {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        new ClassPathResource("access-matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split(":", 2);
                    lines.put(
                            parts[0].strip(),
                            Arrays.stream(parts[1].strip().split("\\s+")).collect(Collectors.toSet()));
                });
        return lines;
    }
}
