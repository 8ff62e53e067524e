package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who is named in an open case: the whole list at once, by those who work on it. History and audit tell how many. */
@Service
class PartyChanges {

    private static final Text VERSION = new Text("须为整数。", "must be a whole number");
    private static final Text UNKNOWN = new Text("此事件没有这位当事人。", "is no party of this incident");

    private final CaseFiles files;
    private final PartyRepository parties;
    private final IncidentNews news;
    private final EntityManager entities;
    private final Clock clock;

    PartyChanges(CaseFiles files, PartyRepository parties, IncidentNews news, EntityManager entities, Clock clock) {
        this.files = files;
        this.parties = parties;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    /** The list as it shall be: those with an id are kept or changed, those without are new, all others go. */
    record PartiesRequest(
            @Nullable String version, @Nullable List<@Nullable PartyRequest> parties) {}

    @Transactional
    public void change(String key, PartiesRequest request, CurrentUser user) {
        Incident incident = files.require(key, user);
        if (!files.personalData(incident, user).mayUnmask()) {
            throw new Rejected(IncidentReason.NOT_ITS_HANDLER, "更改当事人", "change its parties");
        }
        Map<String, Party> known = new LinkedHashMap<>();
        parties.listByIncident(incident.seq())
                .forEach(party -> known.put(party.id().toString(), party));
        Faults faults = new Faults();
        Optional<Long> version = version(request, faults);
        List<PartyRequest> wanted = wanted(request, known, faults);
        List<NewIncident.Party> told = PartyRequest.checkAll(new ArrayList<>(wanted), faults);
        faults.throwIfAny();
        if (version.orElseThrow() != incident.version()) {
            throw new Rejected(IncidentReason.STALE_VERSION).with("current", news.view(files.open(incident)));
        }
        if (!incident.state().status().isOpen()) {
            throw new Rejected(IncidentReason.ENDED);
        }
        write(incident, known, wanted, told, user);
    }

    private static Optional<Long> version(PartiesRequest request, Faults faults) {
        Optional<String> text = faults.required("version", request.version());
        if (text.isPresent() && !text.get().matches("\\d{1,18}")) {
            faults.add("version", VERSION);
            return Optional.empty();
        }
        return text.map(Long::valueOf);
    }

    private static List<PartyRequest> wanted(PartiesRequest request, Map<String, Party> known, Faults faults) {
        List<PartyRequest> wanted = new ArrayList<>();
        List<@Nullable PartyRequest> sent =
                faults.required("parties", request.parties()).orElse(List.of());
        for (int i = 0; i < sent.size(); i++) {
            PartyRequest one = sent.get(i);
            Party old = one == null || one.id() == null ? null : known.get(one.id());
            boolean again = old != null
                    && wanted.stream().anyMatch(other -> old.id().toString().equals(other.id()));
            if (one == null) {
                faults.required("parties[" + i + "]", null);
            } else if (one.id() != null && (old == null || again)) {
                faults.add("parties[" + i + "].id", UNKNOWN);
            } else {
                wanted.add(old == null ? one : one.over(old.told()));
            }
        }
        return wanted;
    }

    private void write(
            Incident incident,
            Map<String, Party> known,
            List<PartyRequest> wanted,
            List<NewIncident.Party> told,
            CurrentUser user) {
        int added = 0;
        int changed = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Party old = known.remove(String.valueOf(wanted.get(i).id()));
            if (old == null) {
                parties.save(new Party(incident, i, told.get(i)));
                added++;
            } else if (old.become(i, told.get(i))) {
                changed++;
            }
        }
        known.values().forEach(parties::delete);
        Map<String, String> details = Map.of(
                "added", Integer.toString(added),
                "changed", Integer.toString(changed),
                "removed", Integer.toString(known.size()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Step step = incident.named(Act.Actor.of(user), now, details);
        flush();
        entities.persist(step);
        entities.flush();
        news.named(incident, user, step);
    }

    /** The incident's version decides between two who change at once. */
    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException | PessimisticLockException lost) {
            throw new Rejected(IncidentReason.STALE_VERSION);
        }
    }
}
