package org.gridsight.app.incidents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doors for many incidents at once: reports of an import, and a past with its courses. */
@Service
public class IncidentArchive {

    private final CaseOpening opening;
    private final CaseReplay replay;
    private final BulkStore store;
    private final IncidentViews views;
    private final ApplicationEventPublisher events;
    private final IncidentSettings settings;
    private final Clock clock;

    IncidentArchive(
            CaseOpening opening,
            CaseReplay replay,
            BulkStore store,
            IncidentViews views,
            ApplicationEventPublisher events,
            IncidentSettings settings,
            Clock clock) {
        this.opening = opening;
        this.replay = replay;
        this.store = store;
        this.views = views;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was written; the digest over all rows stands in the audit trail. */
    public record Written(int count, long firstSeq, long lastSeq, String digest) {}

    /** An incident that came with many others; the batch has one audit entry. */
    record IncidentArrived(IncidentView incident) implements MapChange {

        @Override
        public LiveStream stream() {
            return LiveStream.INCIDENTS;
        }

        @Override
        public String id() {
            return incident.id().toString();
        }

        @Override
        public long version() {
            return incident.version();
        }

        @Override
        public String scopeCode() {
            return incident.gridCode();
        }

        @Override
        public List<String> alsoWorkers() {
            return incident.sentNow();
        }

        @Override
        public Optional<MapFeature> feature() {
            return Optional.of(IncidentFeatures.of(incident));
        }
    }

    /** Takes checked reports, all or none. Every browser hears of each; the audit trail gets one entry. */
    @Transactional
    public Written reportAll(List<NewIncident> reports, CurrentUser by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Incident> incidents = new ArrayList<>(reports.size());
        List<Report> tellers = new ArrayList<>(reports.size());
        List<Step> steps = new ArrayList<>(reports.size());
        List<Party> parties = new ArrayList<>();
        Act.Actor actor = Act.Actor.of(by);
        for (NewIncident reported : reports) {
            by.requireScope(reported.where().gridCode());
            boolean old = reported.occurredAt().isBefore(now.minus(Duration.ofDays(settings.oldAfterDays())));
            CaseOpening.Opened opened = old
                    ? opening.openOld(reported, actor, now)
                    : opening.open(reported, Complexity.GENERAL, actor, now);
            incidents.add(opened.incident());
            opened.report().ifPresent(tellers::add);
            steps.add(opened.step());
            parties.addAll(opened.parties());
        }
        store.insert(List.of(incidents, tellers, steps, parties));
        incidents.forEach(incident -> events.publishEvent(new IncidentArrived(views.of(incident, List.of()))));
        return recorded("incident.report-all", by.username(), incidents);
    }

    /** Replays a past by today's rules; only what is still open is told to browsers. */
    @Transactional
    public Written restore(List<PastIncident> past, String actor) {
        CaseReplay.Played played = replay.play(past);
        store.insert(List.of(played.incidents(), played.reports(), played.steps(), played.orders(), played.parties()));
        played.open().forEach((incident, orders) -> {
            IncidentView view = views.of(incident, orders);
            events.publishEvent(new IncidentArrived(view));
            orders.stream()
                    .filter(order -> order.status().isActive())
                    .forEach(order -> events.publishEvent(TaskChanged.of(order, view)));
        });
        return recorded("incident.restore", actor, played.incidents());
    }

    private Written recorded(String action, String actor, List<Incident> incidents) {
        long first = incidents.stream().mapToLong(Incident::seq).min().orElse(0);
        long last = incidents.stream().mapToLong(Incident::seq).max().orElse(0);
        Written written = new Written(incidents.size(), first, last, digest(incidents));
        if (!incidents.isEmpty()) {
            Map<String, String> details = Map.of(
                    "count", Integer.toString(written.count()),
                    "firstSeq", Long.toString(first),
                    "lastSeq", Long.toString(last),
                    "digest", written.digest());
            events.publishEvent(AuditEntry.of(actor, action, "incident/" + first + "-" + last, "", details));
        }
        return written;
    }

    /** SHA-256 over number, kind, status, grid, time and title of each, one a line. */
    private static String digest(List<Incident> incidents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Incident incident : incidents) {
                String line = String.join(
                        "|",
                        incident.number(),
                        incident.matter().kind().name(),
                        incident.state().status().name(),
                        incident.spot().gridCode(),
                        incident.occurredAt().toString(),
                        incident.matter().title());
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
