package org.gridsight.app.cameras.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The filing register: lists who is in time, takes filings, and notices first use and changes by itself. */
@Service
class Filings {

    private static final Logger log = LoggerFactory.getLogger(Filings.class);

    static final String ACTOR = "system:cameras";

    private final FilingTable table;
    private final FilingSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Filings(
            FilingTable table,
            FilingSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    List<FilingView> list(Scope scope, Optional<FilingState> state) {
        LocalDate today = today();
        return table.list(scope).stream()
                .map(filing -> FilingView.of(filing, settings.days(), today))
                .filter(view -> state.isEmpty() || view.state() == state.get())
                .toList();
    }

    /** Puts on record what the police were told. */
    @Transactional
    public FilingView file(String cameraId, FilingRequest request, CurrentUser user) {
        Filing before = find(cameraId, user.scope());
        Faults faults = new Faults();
        Optional<Long> seen = request.seenVersion(faults);
        Optional<Filing.Filed> wanted = request.read(before.camera(), today(), faults);
        faults.throwIfAny();
        if (seen.isPresent() && seen.get() != before.version()) {
            throw stale(before);
        }
        table.begin(cameraId);
        Filing.Filed filed = wanted.orElseThrow();
        Optional<LocalDate> changedOn = changeOf(before, filed);
        if (!table.put(before, keptPlace(before, filed), changedOn)) {
            throw stale(find(cameraId, user.scope()));
        }
        Map<String, String> details = new TreeMap<>();
        details.put("filedOn", filed.on().toString());
        details.put("filingNumber", filed.number());
        details.put("policeOffice", filed.policeOffice());
        details.put("storageDays", Integer.toString(filed.storageDays()));
        details.put("deviceType", filed.deviceType());
        changedOn.ifPresent(day -> details.put("changedOn", day.toString()));
        events.publishEvent(AuditEntry.of(
                user.username(),
                "filing.file",
                "camera/" + cameraId,
                before.camera().gridCode(),
                details));
        return FilingView.of(find(cameraId, user.scope()), settings.days(), today());
    }

    /** Another type or storage under the same filing is a change that must be filed; a new filing covers all. */
    private Optional<LocalDate> changeOf(Filing before, Filing.Filed filed) {
        Filing.Filed old = before.filed();
        if (old == null || !old.isSameAs(filed)) {
            return Optional.empty();
        }
        boolean other =
                old.storageDays() != filed.storageDays() || !old.deviceType().equals(filed.deviceType());
        Optional<LocalDate> known = Optional.ofNullable(before.changedOn());
        return known.isPresent() || !other ? known : Optional.of(today());
    }

    /** Under the same filing the police still know the old place. */
    private static Filing.Filed keptPlace(Filing before, Filing.Filed filed) {
        Filing.Filed old = before.filed();
        if (old == null || !old.isSameAs(filed)) {
            return filed;
        }
        return new Filing.Filed(
                filed.on(),
                filed.number(),
                filed.policeOffice(),
                filed.storageDays(),
                filed.deviceType(),
                old.kind(),
                old.place());
    }

    /**
     * Notes which cameras have been used for the first time, and which are no longer as they were filed. One at a time, in a
     * transaction of its own; when another node was quicker, that one has noted it.
     */
    synchronized void notice() {
        try {
            transaction.executeWithoutResult(status -> noteAll());
        } catch (DataAccessException failure) {
            log.debug("the filing register was not brought up to date now", failure);
        }
    }

    private void noteAll() {
        LocalDate today = today();
        table.newlyUsed().forEach(cameraId -> table.used(cameraId, today));
        for (Filing filing : table.list(Scope.everything())) {
            if (filing.changedOn() == null && filing.hasMoved()) {
                Filing.Subject camera = filing.camera();
                table.changed(camera.cameraId(), today);
                events.publishEvent(AuditEntry.of(
                        ACTOR,
                        "filing.changed",
                        "camera/" + camera.cameraId(),
                        camera.gridCode(),
                        Map.of("changedOn", today.toString())));
            }
        }
    }

    /** How many cameras stand in each state; a state nobody is in is missing. */
    Map<FilingState, Integer> counts(Scope scope) {
        LocalDate today = today();
        Map<FilingState, Integer> counts = new EnumMap<>(FilingState.class);
        table.list(scope).forEach(filing -> counts.merge(filing.state(settings.days(), today), 1, Integer::sum));
        return counts;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private Filing find(String cameraId, Scope scope) {
        return table.find(cameraId, scope).orElseThrow(() -> new Rejected(FilingReason.NOT_FOUND, cameraId));
    }

    private Rejected stale(Filing now) {
        return new Rejected(FilingReason.STALE_VERSION, now.version())
                .with("current", FilingView.of(now, settings.days(), today()));
    }
}
