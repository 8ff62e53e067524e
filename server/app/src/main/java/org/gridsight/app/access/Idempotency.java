package org.gridsight.app.access;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the work of a creating call once per {@code Idempotency-Key}: the key, its answer and the work are one
 * transaction, so a repeat after any crash finds either nothing or the same answer. Two at once: the unique key decides.
 */
@Service
public class Idempotency {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final AccessSettings settings;
    private final Clock clock;

    Idempotency(
            JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param key the header, absent when the client sends none: then the work is simply done
     * @param request the parsed body; its JSON decides whether a repeat is the same request
     * @param work runs in the transaction; its answer must serialise to JSON
     */
    public ResponseEntity<?> once(
            CurrentUser user, @Nullable String key, Object request, Supplier<ResponseEntity<?>> work) {
        return once(user, key == null ? List.of() : List.of(key), request, work);
    }

    /** @param keys each of which alone stands for this request; none, and the work is simply done */
    public ResponseEntity<?> once(
            CurrentUser user, List<String> keys, Object request, Supplier<ResponseEntity<?>> work) {
        List<String> given = keys.stream().filter(key -> !key.isBlank()).toList();
        if (given.isEmpty()) {
            return inTransaction(work);
        }
        String body = Tokens.hash(json.writeValueAsString(request));
        List<Use> uses = given.stream()
                .map(key -> new Use(user.username(), Tokens.hash(key), body))
                .toList();
        Optional<ResponseEntity<?>> earlier = find(uses);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return inTransaction(() -> keep(uses, work.get()));
        } catch (RuntimeException lost) {
            // of two at once the second fails, by the key or by what the first has changed: it gets the first's answer
            return find(uses).orElseThrow(() -> lost);
        }
    }

    /** One person's key, hashed, and the hash of the request it stands for. */
    private record Use(String username, String key, String request) {}

    private ResponseEntity<?> inTransaction(Supplier<ResponseEntity<?>> work) {
        return transaction.execute(status -> work.get());
    }

    /** Every key is looked at: one that stands for another request is refused, whatever the others say. */
    private Optional<ResponseEntity<?>> find(List<Use> uses) {
        List<ResponseEntity<?>> found = new ArrayList<>();
        uses.forEach(use -> find(use).ifPresent(found::add));
        return found.stream().findFirst();
    }

    private Optional<ResponseEntity<?>> find(Use use) {
        return jdbc.sql("select body_hash, answer_status, answer_location, answer from access.idempotency"
                        + " where username = ? and request_key = ?")
                .params(use.username(), use.key())
                .<ResponseEntity<?>>query((row, number) -> {
                    if (!use.request().equals(row.getString("body_hash"))) {
                        throw new Rejected(CommonReason.KEY_REUSED);
                    }
                    return answer(
                            row.getInt("answer_status"), row.getString("answer_location"), row.getString("answer"));
                })
                .optional();
    }

    /** Stores the answer and gives it as it was stored, so that first and repeated answers are the same bytes. */
    private ResponseEntity<?> keep(List<Use> uses, ResponseEntity<?> answer) {
        int status = answer.getStatusCode().value();
        URI place = answer.getHeaders().getLocation();
        String location = place == null ? null : place.toString();
        String body = json.writeValueAsString(answer.getBody());
        uses.forEach(use -> insert(use, status, location, body));
        return answer(status, location, body);
    }

    private void insert(Use use, int status, @Nullable String location, String body) {
        jdbc.sql("insert into access.idempotency"
                        + " (username, request_key, body_hash, answer_status, answer_location, answer, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(use.username())
                .param(use.key())
                .param(use.request())
                .param(status)
                .param(location)
                .param(body)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static ResponseEntity<?> answer(int status, @Nullable String location, @Nullable String body) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            builder.location(URI.create(location));
        }
        return builder.body(body);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void forgetOld() {
        jdbc.sql("delete from access.idempotency where created_at < ?")
                .params(Timestamp.from(clock.instant().minus(Duration.ofDays(settings.idempotencyDays()))))
                .update();
    }
}
