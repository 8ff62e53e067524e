package org.gridsight.app.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who told us of a case. Everybody sees masks; the clear words need a reason, are recorded with it, and are given only
 * so often a minute, so that nobody reads through the book.
 */
@Service
class Reporters {

    private static final int UNMASKED_PER_MINUTE = 10;
    private static final int WATCHED_USERS = 10_000;

    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Cache<String, AtomicInteger> unmasked = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(WATCHED_USERS)
            .build();

    Reporters(Incidents incidents, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** One reporter; every part may be missing. */
    record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {

        /** Family name and first and last digits stay: enough to recognise a caller, too little to find one. */
        Reporter masked() {
            return new Reporter(maskName(name), maskPhone(phone), address == null ? null : "***");
        }

        private static @Nullable String maskName(@Nullable String name) {
            return name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }

        private static @Nullable String maskPhone(@Nullable String phone) {
            if (phone == null || phone.length() < 8) {
                return phone == null ? null : "****";
            }
            return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
        }
    }

    /** The first reporter of a case, masked; null when nobody is known. */
    @Transactional(readOnly = true)
    public @Nullable Reporter firstMasked(long seq) {
        return clear(seq).stream().map(Reporter::masked).findFirst().orElse(null);
    }

    @Transactional
    public List<Reporter> unmask(String key, String reason, CurrentUser user) {
        Incident incident = incidents.require(key, user.scope());
        AtomicInteger count = unmasked.get(user.username(), name -> new AtomicInteger());
        if (count.incrementAndGet() > UNMASKED_PER_MINUTE) {
            throw new Rejected(CommonReason.TOO_MANY, 60);
        }
        events.publishEvent(AuditEntry.of(
                user.username(),
                "incident.unmask-reporter",
                "incident/" + incident.id(),
                incident.spot().gridCode(),
                Map.of("reason", reason)));
        return clear(incident.seq());
    }

    private List<Reporter> clear(long seq) {
        return jdbc
                .sql("with recursive family (seq) as (select cast(? as bigint) union all"
                        + " select i.seq from incidents.incident i join family f on i.merged_into = f.seq)"
                        + " select r.reporter_name, r.reporter_phone, r.reporter_address from incidents.report r"
                        + " where r.incident_seq in (select seq from family) order by r.received_at, r.id")
                .params(seq)
                .query((row, number) -> new Reporter(
                        row.getString("reporter_name"),
                        row.getString("reporter_phone"),
                        row.getString("reporter_address")))
                .list()
                .stream()
                .filter(reporter -> reporter.name() != null || reporter.phone() != null)
                .toList();
    }
}
