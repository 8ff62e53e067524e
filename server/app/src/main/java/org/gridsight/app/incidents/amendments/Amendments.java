package org.gridsight.app.incidents.amendments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.CaseChange;
import org.gridsight.app.incidents.CaseChanges;
import org.gridsight.app.incidents.CaseField;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges what can be merged, keeps both where two have changed the same field. */
@Service
class Amendments {

    private final AmendmentTable table;
    private final CaseChanges changes;
    private final Incidents incidents;
    private final Siting siting;
    private final Clock clock;

    Amendments(AmendmentTable table, CaseChanges changes, Incidents incidents, Siting siting, Clock clock) {
        this.table = table;
        this.changes = changes;
        this.incidents = incidents;
        this.siting = siting;
        this.clock = clock;
    }

    /** What became of it; {@code incident} is the case after it. */
    record Outcome(Amendment amendment, IncidentView incident) {}

    @Transactional
    public Outcome propose(String key, AmendmentRequest request, @Nullable String sentAt, CurrentUser user) {
        IncidentView incident = changes.require(key, user);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AmendmentRequest.Checked checked = request.check(new AmendmentRequest.Against(incident, siting, now, sentAt));
        if (table.exists(checked.id())) {
            throw new Rejected(AmendmentReason.ID_TAKEN, checked.id());
        }
        Amendment amendment = compared(checked, incident, now, user);
        IncidentView after = incident;
        if (!amendment.merged().isEmpty() || !amendment.kept().isEmpty()) {
            after = changes.apply(incident, change(amendment, checked), user);
        }
        table.insert(amendment);
        return new Outcome(amendment, after);
    }

    /** Field by field: what was seen, what is wanted, what is there. */
    private static Amendment compared(
            AmendmentRequest.Checked checked, IncidentView incident, Instant now, CurrentUser user) {
        Map<CaseField, Amendment.Values> merged = new EnumMap<>(CaseField.class);
        Map<CaseField, Amendment.Values> kept = new EnumMap<>(CaseField.class);
        checked.wanted().forEach((field, mine) -> {
            String theirs = field.of(incident);
            Amendment.Values values = new Amendment.Values(checked.seen().getOrDefault(field, theirs), mine, theirs);
            if (theirs.equals(values.base())) {
                merged.put(field, values);
            } else if (!theirs.equals(mine)) {
                kept.put(field, values);
            }
        });
        return new Amendment(
                checked.id(),
                incident.seq(),
                user.username(),
                user.displayName(),
                checked.baseVersion(),
                merged,
                kept,
                new Amendment.Told(
                        checked.reason(),
                        checked.device().at(),
                        checked.device().skewSeconds()),
                now,
                kept.isEmpty() ? Amendment.State.MERGED : Amendment.State.OPEN,
                null);
    }

    private static CaseChange change(Amendment amendment, AmendmentRequest.Checked checked) {
        Map<String, String> details = new TreeMap<>();
        put(details, "changed", amendment.merged().keySet());
        put(details, "kept", amendment.kept().keySet());
        return new CaseChange(
                texts(amendment.merged()),
                amendment.merged().containsKey(CaseField.LOCATION) ? checked.where() : null,
                amendment.kept().isEmpty() ? "AMENDED" : "BOTH_KEPT",
                amendment.told().reason(),
                details,
                checked.device());
    }

    private static Map<CaseField, String> texts(Map<CaseField, Amendment.Values> values) {
        Map<CaseField, String> texts = new EnumMap<>(CaseField.class);
        values.forEach((field, value) -> texts.put(field, value.mine()));
        texts.remove(CaseField.LOCATION);
        return texts;
    }

    private static void put(Map<String, String> details, String name, Collection<CaseField> fields) {
        if (!fields.isEmpty()) {
            details.put(name, fields.stream().sorted().map(CaseField::word).collect(Collectors.joining(",")));
        }
    }

    @Transactional(readOnly = true)
    public List<AmendmentView> list(String key, Optional<Amendment.State> state, CurrentUser user) {
        IncidentView incident = require(key, user);
        return table.of(incident.seq(), state).stream()
                .map(amendment -> AmendmentView.of(amendment, incident))
                .toList();
    }

    private IncidentView require(String key, CurrentUser user) {
        return incidents.find(key, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key));
    }

    /** The duty officer's word; answers with the case after it. */
    @Transactional
    public IncidentView decide(String key, String id, DecisionRequest request, CurrentUser user) {
        IncidentView incident = changes.require(key, user);
        Amendment amendment = DecisionRequest.parse(id)
                .flatMap(known -> table.find(known, incident.seq()))
                .orElseThrow(() -> new Rejected(AmendmentReason.NOT_FOUND, id));
        Map<CaseField, Amendment.Take> taken = request.check(amendment);
        if (amendment.state() != Amendment.State.OPEN) {
            throw new Rejected(AmendmentReason.DECIDED);
        }
        changes.requireVersion(incident, request.seenVersion(), user);
        Map<CaseField, Amendment.Values> kept = new EnumMap<>(CaseField.class);
        amendment
                .kept()
                .forEach((field, values) ->
                        kept.put(field, new Amendment.Values(values.base(), values.mine(), field.of(incident))));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!table.decide(
                amendment.id(), kept, new Amendment.Decision(user.username(), user.displayName(), now, taken))) {
            throw new Rejected(AmendmentReason.DECIDED);
        }
        return changes.apply(incident, decided(kept, taken, now), user);
    }

    private CaseChange decided(
            Map<CaseField, Amendment.Values> kept, Map<CaseField, Amendment.Take> taken, Instant now) {
        Map<CaseField, Amendment.Values> mine = new EnumMap<>(CaseField.class);
        kept.forEach((field, values) -> {
            if (taken.get(field) == Amendment.Take.MINE) {
                mine.put(field, values);
            }
        });
        Map<String, String> details = new TreeMap<>();
        put(details, "changed", mine.keySet());
        put(
                details,
                "stayed",
                kept.keySet().stream().filter(field -> !mine.containsKey(field)).toList());
        Amendment.Values place = mine.get(CaseField.LOCATION);
        NewIncident.Where where = place == null ? null : DecisionRequest.place(place.mine(), siting, now);
        return new CaseChange(texts(mine), where, "DECIDED", null, details, null);
    }
}
