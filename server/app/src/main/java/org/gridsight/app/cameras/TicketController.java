package org.gridsight.app.cameras;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Hands out tickets for pictures. */
@RestController
class TicketController {

    private final Tickets tickets;
    private final Standings standings;
    private final CameraSecrets secrets;
    private final Idempotency idempotency;
    private final JsonMapper json;

    TicketController(
            Tickets tickets, Standings standings, CameraSecrets secrets, Idempotency idempotency, JsonMapper json) {
        this.tickets = tickets;
        this.standings = standings;
        this.secrets = secrets;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** What a repeat must be the same as. */
    private record Asked(String cameraId, TicketRequest request) {}

    /** A repeat gets the same ticket again; what is kept of it until then is sealed. */
    @PostMapping("/api/cameras/{id}/tickets")
    ResponseEntity<Tickets.TicketView> grant(
            @PathVariable String id,
            @RequestBody TicketRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            HttpServletRequest call) {
        Standing standing = standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
        if (key == null || key.isBlank()) {
            return created(tickets.grant(id, request, standing));
        }
        String owner = "ticket of " + user.username();
        ResponseEntity<?> kept = idempotency.once(user, key, new Asked(id, request), () -> {
            String answer = json.writeValueAsString(tickets.grant(id, request, standing));
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("sealed", secrets.seal(owner, answer)));
        });
        // a first answer is the object, a repeat the JSON that was kept of it
        String body = kept.getBody() instanceof String text ? text : json.writeValueAsString(kept.getBody());
        String answer = secrets.open(owner, json.readTree(body).path("sealed").asString())
                .orElseThrow(() -> new Rejected(CameraReason.TICKET_REFUSED));
        return created(json.readValue(answer, Tickets.TicketView.class));
    }

    private static ResponseEntity<Tickets.TicketView> created(Tickets.TicketView granted) {
        return ResponseEntity.status(HttpStatus.CREATED).body(granted);
    }
}
