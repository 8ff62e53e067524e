package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.KeptClip;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Law L6: no path that yields a picture opens without a valid ticket of the one who calls, for the camera it names. */
abstract class NoTicketNoPictureContract extends CameraTown {

    /** Every path that yields a picture; a new one has to stand here. */
    private static final Set<String> PATHS = Set.of(
            "/media/cameras/{id}/live",
            "/media/cameras/{id}/playback",
            "/media/cameras/{id}/snapshot.jpg",
            "/media/clips/{id}/clip.mp4",
            "/media/clips/{id}/exports/{export}/copy.mp4");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyPathUnderMediaIsTried() {
        Set<String> known = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/media"))
                .collect(Collectors.toSet());
        assertThat(PATHS).containsAll(known);
    }

    private List<String> paths(String camera, String query) {
        String clip = new KeptClip(jdbc).of(camera);
        return PATHS.stream()
                .map(path -> path.replace("{id}", path.contains("/clips/") ? clip : camera)
                                .replace("{export}", clip)
                        + query)
                .toList();
    }

    private void refused(Client person, String camera, String query, String code) {
        for (String path : paths(camera, query)) {
            Client.Reply reply = person.get(path).expect(403);
            assertThat(reply.json().path("code").asString()).as(path).isEqualTo(code);
        }
    }

    @Test
    void opensForNobodyWhoHasNoTicketOfHisOwnForThisCamera() {
        String camera = enter(camera());
        String ticket = ticket(duty, camera);
        Client nobody = Client.at(URI.create("http://localhost:" + port));
        for (String path : paths(camera, "?ticket=" + ticket)) {
            nobody.get(path).expect(401);
        }
        refused(duty, camera, "", "camera.ticket-required");
        refused(duty, camera, "?ticket=", "camera.ticket-required");
        refused(duty, camera, "?ticket=" + ticket + "x", "camera.ticket-refused");
        refused(video, camera, "?ticket=" + ticket, "camera.ticket-refused");
        refused(duty, enter(camera()), "?ticket=" + ticket, "camera.ticket-refused");
        for (Role role : List.of(Role.SCREEN, Role.SYSTEM_ADMIN, Role.GRID_WORKER, Role.AUDIT_ADMIN)) {
            Client other = person(role, Town.CODE);
            paths(camera, "?ticket=" + ticket).forEach(path -> other.get(path).expect(403));
        }
    }

    @Test
    void saysNothingElseToWhoeverHasNoTicket() {
        String camera = enter(camera());
        String ofAnother = ticket(video, camera);
        for (String odd : List.of("width=1", "width=abc&width=2", "from=never&to=now", "ticket=" + ofAnother)) {
            refused(duty, camera, "?width=1&ticket=" + ofAnother + "&" + odd, "camera.ticket-refused");
            refused(duty, "no-such-camera", "?" + odd + "&ticket=x", "camera.ticket-refused");
        }
        // whoever does not see a camera hears the same of it as of one that does not exist
        Client elsewhere = person(Role.DISPATCHER, Town.CODE + "202");
        for (String id : List.of(camera, "no-such-camera")) {
            assertThat(elsewhere
                            .post("/api/cameras/" + id + "/tickets", patrol())
                            .status())
                    .isEqualTo(404);
            assertThat(elsewhere.get("/api/cameras/" + id + "/diagnosis").status())
                    .isEqualTo(404);
            assertThat(elsewhere.post("/api/cameras/" + id + "/ptz", Map.of()).status())
                    .isEqualTo(404);
            refused(elsewhere, id, "?ticket=" + ofAnother, "camera.ticket-refused");
        }
    }

    @Test
    void opensNoLongerWhenTheTicketHasExpiredOrTheSignInHasEnded() {
        String camera = enter(camera());
        String expired = ticket(duty, camera);
        jdbc.sql("update cameras.ticket set expires_at = ?")
                .param(Timestamp.from(Instant.now().minusSeconds(1)))
                .update();
        refused(duty, camera, "?ticket=" + expired, "camera.ticket-refused");

        Client program = Client.at(URI.create("http://localhost:" + port)).withToken(duty.createToken("player"));
        String granted = ticket(duty, camera);
        duty.delete("/api/session").expect(204);
        refused(program, camera, "?ticket=" + granted, "camera.ticket-refused");
    }

    @Test
    void showsTheRawStreamOfAMaskedCameraToNobodyWithoutThatRight() {
        Map<String, Object> masked = camera();
        masked.put("masked", true);
        String camera = enter(masked);
        String path = "/media/cameras/" + camera + "/live?ticket=";
        // nobody has drawn the masks yet, so no still of it can be shown either
        for (String raw : paths(camera, "?ticket=" + ticket(duty, camera))) {
            // a copy made for outside is masked for everybody; here there is none
            String code = duty.get(raw).json().path("code").asString();
            assertThat(code)
                    .as(raw)
                    .isEqualTo(
                            raw.contains("/exports/")
                                    ? "clip.export-not-found"
                                    : raw.contains("/clips/")
                                            ? "clip.masked"
                                            : raw.contains("/playback") ? "camera.masked-recording" : "camera.masked");
        }
        assertThat(duty.get(path + ticket(duty, camera))
                        .expect(403)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("camera.masked");
        // the right alone is not enough for a call that is no WebSocket
        assertThat(video.get(path + ticket(video, camera)).status()).isEqualTo(400);
    }
}
