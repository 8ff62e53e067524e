package org.gridsight.app.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.kernel.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refused sign-ins that anybody can cause without limit, at a locked account or with a name nobody has. The first is
 * recorded at once, its repeats together: so the trail tells of them and cannot be flooded with them.
 */
@Component
class Refusals {

    /** Repeats of one refusal since its first was recorded. */
    private record Repeats(Instant since, long times) {}

    private final Map<String, Repeats> open = new ConcurrentHashMap<>();
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refusals(TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The password did not matter: the account is locked. */
    void atLocked(Account account) {
        note(account.username(), "locked");
    }

    /** Without the typed name: it may be a password in the wrong field. */
    void atUnknown() {
        note("unknown", "unknown");
    }

    private void note(String actor, String why) {
        Instant now = clock.instant();
        Repeats repeats = open.merge(
                actor + " " + why,
                new Repeats(now, 0),
                (before, first) -> new Repeats(before.since(), before.times() + 1));
        if (repeats.times() == 0) {
            record(actor, Map.of("why", why));
        }
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void settle() {
        for (String key : List.copyOf(open.keySet())) {
            Repeats repeats = open.remove(key);
            if (repeats != null && repeats.times() > 0) {
                String[] words = key.split(" ", 2);
                Map<String, String> details = new TreeMap<>(Map.of("why", words[1]));
                details.put("repeats", Long.toString(repeats.times()));
                details.put("since", repeats.since().toString());
                record(words[0], details);
            }
        }
    }

    /** The last counts are written while the database is still there. */
    @EventListener(ContextClosedEvent.class)
    void settleAtTheEnd() {
        settle();
    }

    private void record(String actor, Map<String, String> details) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(AuditEntry.of(actor, "session.refused", "account/" + actor, "", details)));
    }
}
