package org.gridsight.app.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register of views of video (Decree 799 art. 16), read out of the chains themselves: {@code view.grant} makes a line,
 * {@code view.begin} and {@code view.end} of the same subject say when there really was somebody watching. So it is
 * verified with the chains, and one changed byte is found.
 */
@Component
class ViewRegister {

    static final String GRANT = "view.grant";
    private static final String BEGIN = "view.begin";
    private static final String SHARE = "SHARE";
    private static final String LIVE = "LIVE";
    private static final String UPWARD = "UPWARD";
    /** What records call it, where the register has another word. */
    private static final Map<String, String> KINDS = Map.of("snapshot", "STILL", "download", "EXPORT");

    private final AuditTables tables;
    private final JsonMapper json;

    ViewRegister(AuditTables tables, JsonMapper json) {
        this.tables = tables;
        this.json = json;
    }

    /**
     * A line of the register.
     *
     * @param what what was really seen; empty while nobody has watched
     * @param since when watching began; while nobody has watched, when it was granted
     * @param until when watching last ended; null while somebody watches; while nobody has watched, when the right ends
     */
    record Line(
            String id,
            Instant grantedAt,
            String who,
            String person,
            String unit,
            String purpose,
            String why,
            Optional<String> incidentId,
            String cameraId,
            String cameraName,
            List<Seen> what,
            boolean watched,
            Instant since,
            Optional<Instant> until) {}

    /**
     * What was seen.
     *
     * @param kind such as {@code LIVE} or {@code CLIP}
     * @param of which one: the clip, or the span of a recording; empty where there is only one
     */
    record Seen(String kind, String of) {}

    /** A page of lines and the records they were read from. */
    record Found(List<AuditRecord> grants, List<Line> lines) {}

    /** One more than the limit means that there are more. */
    Found list(AuditQuery query, RegisterFilter filter, Scope scope) {
        List<AuditRecord> grants = tables.list(query, scope, filter.of(GRANT));
        Map<String, Watching> watched = watched(grants);
        List<Line> lines = grants.stream()
                .map(grant -> line(grant, watched.getOrDefault(grant.subject(), new Watching())))
                .toList();
        return new Found(grants, lines);
    }

    private Map<String, Watching> watched(Collection<AuditRecord> grants) {
        Set<String> subjects = grants.stream().map(AuditRecord::subject).collect(Collectors.toSet());
        Map<String, Watching> watched = new HashMap<>();
        for (AuditRecord record : tables.ofSubjects(subjects)) {
            if (!record.action().equals(GRANT)) {
                Watching seen = watched.computeIfAbsent(record.subject(), subject -> new Watching());
                seen.add(record, json.readTree(record.details()));
            }
        }
        return watched;
    }

    /** What is known of the watching under one grant. A begin and its end may be in different chains: order is no proof. */
    private static final class Watching {

        private final List<Instant> begun = new ArrayList<>();
        private final List<Instant> ended = new ArrayList<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> closed = new HashSet<>();
        private final Set<Seen> seen = new LinkedHashSet<>();

        void add(AuditRecord record, JsonNode details) {
            String watching = details.path("watching").asString("");
            if (record.action().equals(BEGIN)) {
                begun.add(record.at());
                open.add(watching);
                seen.add(seen(details));
            } else {
                // an end that had to wait for the database says when it was
                JsonNode at = details.path("at");
                ended.add(at.isString() ? Instant.parse(at.asString()) : record.at());
                closed.add(watching);
            }
        }

        private static Seen seen(JsonNode details) {
            String what = details.path("what").asString("");
            String of = details.path("from").isString()
                    ? details.path("from").asString() + "/" + details.path("to").asString("")
                    : details.path("clip").asString("");
            return new Seen(KINDS.getOrDefault(what, what.toUpperCase(Locale.ROOT)), of);
        }

        Optional<Instant> since() {
            return begun.stream().min(Instant::compareTo);
        }

        /** What goes to an upper platform is live too, but it is not seen here. */
        List<Seen> seen(String purpose) {
            return seen.stream()
                    .map(one -> purpose.equals(SHARE) && one.kind().equals(LIVE) ? new Seen(UPWARD, one.of()) : one)
                    .sorted(Comparator.comparing(Seen::kind).thenComparing(Seen::of))
                    .toList();
        }

        Optional<Instant> until() {
            return closed.containsAll(open) ? ended.stream().max(Instant::compareTo) : Optional.empty();
        }
    }

    private Line line(AuditRecord grant, Watching watching) {
        Map<String, String> said = new TreeMap<>();
        JsonNode details = json.readTree(grant.details());
        details.propertyNames()
                .forEach(name -> said.put(name, details.path(name).asString("")));
        Optional<Instant> since = watching.since();
        Optional<Instant> rightEnds = Optional.ofNullable(said.get("until")).map(Instant::parse);
        return new Line(
                grant.subject().substring(grant.subject().indexOf('/') + 1),
                grant.at(),
                grant.actor(),
                said.getOrDefault("person", ""),
                said.getOrDefault("unit", ""),
                said.getOrDefault("purpose", ""),
                said.getOrDefault("reason", ""),
                Optional.ofNullable(said.get("incident")),
                said.getOrDefault("camera", ""),
                said.getOrDefault("cameraName", ""),
                watching.seen(said.getOrDefault("purpose", "")),
                since.isPresent(),
                since.orElse(grant.at()),
                since.isPresent() ? watching.until() : rightEnds);
    }
}
