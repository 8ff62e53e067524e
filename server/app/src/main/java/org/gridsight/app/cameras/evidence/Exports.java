package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies for outside (Decree 799 art. 22): one person asks, a second one approves, the first one fetches it for some days. */
@Service
class Exports implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    private static final int TRIES = 3;

    private final Clips clips;
    private final ClipTable table;
    private final CustodyTable custody;
    private final ExportTable exports;
    private final CopyDesk desk;
    private final Footage footage;
    private final EvidenceFolder folder;
    private final EvidenceSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<UUID, Stumble> stumbles = new ConcurrentHashMap<>();
    private final ExecutorService copier =
            Executors.newFixedThreadPool(1, new CustomizableThreadFactory("evidence-copier-"));

    Exports(
            Clips clips,
            ClipTable table,
            CustodyTable custody,
            ExportTable exports,
            CopyDesk desk,
            Footage footage,
            EvidenceFolder folder,
            EvidenceSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clips = clips;
        this.table = table;
        this.custody = custody;
        this.exports = exports;
        this.desk = desk;
        this.footage = footage;
        this.folder = folder;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A copy that could not be made, and how often. */
    private record Stumble(Clip clip, int times) {}

    /** Writes the wish down; nothing is made before a second person has approved it. */
    Export ask(String clipId, ExportRequest.Why why, CurrentUser user) {
        Clip clip = requireSaved(clipId, user);
        if (desk.hidden(clip).isUnknown()) {
            throw new Rejected(ClipReason.NO_MASKS_DRAWN);
        }
        Export export = new Export(
                UUID.randomUUID(),
                clip.id(),
                Export.State.REQUESTED,
                why.purpose(),
                why.reason(),
                act(user),
                null,
                null,
                null,
                null,
                0);
        transaction.executeWithoutResult(status -> {
            custody.lock(clip.id());
            requireSaved(clipId, user);
            exports.insert(export);
            publish(
                    clip,
                    user.username(),
                    "clip.export-ask",
                    export,
                    Map.of("purpose", why.purpose(), "reason", why.reason()));
        });
        return export;
    }

    private Clip requireSaved(String clipId, CurrentUser user) {
        Clip clip = clips.require(clipId, user);
        if (clip.state() == Clip.State.DELETED) {
            throw new Rejected(ClipReason.DELETED);
        }
        if (clip.state() != Clip.State.SAVED) {
            throw new Rejected(ClipReason.NOT_READY);
        }
        return clip;
    }

    private Export.Act act(CurrentUser user) {
        return new Export.Act(user.username(), user.displayName(), clock.instant());
    }

    /** The second person's word. */
    Export decide(String clipId, String exportId, boolean approved, String comment, CurrentUser user) {
        Clip clip = requireSaved(clipId, user);
        Export wish = require(clip, exportId);
        if (wish.requested().username().equals(user.username())) {
            throw new Rejected(ClipReason.SECOND_PERSON);
        }
        Export.State next = approved ? Export.State.MAKING : Export.State.REFUSED;
        transaction.executeWithoutResult(status -> {
            if (!exports.decide(wish.id(), next, act(user), comment)) {
                throw new Rejected(ClipReason.EXPORT_DECIDED);
            }
            publish(
                    clip,
                    user.username(),
                    approved ? "clip.export-approve" : "clip.export-refuse",
                    wish,
                    Map.of("comment", comment));
        });
        if (approved) {
            copier.execute(() -> attempt(clip, wish.id()));
        }
        return require(clip, exportId);
    }

    private Export require(Clip clip, String exportId) {
        return Clips.uuid(exportId)
                .flatMap(id -> exports.find(clip.id(), id))
                .orElseThrow(() -> new Rejected(ClipReason.EXPORT_NOT_FOUND, exportId));
    }

    /** The copy for the one who asked for it; each time is a line in the view register. */
    Optional<Export> download(Clip clip, String exportId, StreamTicket ticket) {
        Optional<Export> found = Clips.uuid(exportId).flatMap(id -> exports.find(clip.id(), id));
        if (found.isEmpty()) {
            return found;
        }
        Export export = found.get();
        if (!export.requested().username().equals(ticket.user().username())) {
            throw new Rejected(ClipReason.NOT_REQUESTER);
        }
        Export.Made made = export.made();
        if (made == null
                || export.state() != Export.State.READY
                || !clock.instant().isBefore(made.expiresAt())
                || !Files.isRegularFile(folder.copy(export.id()))) {
            throw new Rejected(ClipReason.EXPORT_NOT_READY);
        }
        CopyDesk.Hidden hidden = desk.hidden(clip);
        if (hidden.isUnknown() || !hidden.fingerprint().equals(made.masks())) {
            throw new Rejected(ClipReason.EXPORT_UNMASKED);
        }
        UUID watching = UUID.randomUUID();
        Map<String, String> which =
                Map.of("clip", clip.id().toString(), "export", export.id().toString());
        if (!footage.began(ticket, watching, "download", which)) {
            throw new Rejected(ClipReason.EXPORT_NOT_READY);
        }
        footage.ended(ticket, watching, "download");
        exports.countDownload(export.id());
        return found;
    }

    /** Makes the copy if it is still wanted; what could not be done for reasons of ours is tried again by {@link #again}. */
    private void attempt(Clip clip, UUID id) {
        try {
            Optional<Export> wanted =
                    exports.find(clip.id(), id).filter(export -> export.state() == Export.State.MAKING);
            if (wanted.isPresent()) {
                make(clip, wanted.get());
            }
            stumbles.remove(id);
        } catch (RuntimeException e) {
            stumbles.merge(id, new Stumble(clip, 1), (before, now) -> new Stumble(clip, before.times() + 1));
            log.error("the copy {} of clip {} is tried again within the hour", id, clip.id(), e);
        }
    }

    private void make(Clip clip, Export export) {
        try {
            CopyDesk.Copied copied = desk.make(clip, export);
            Instant now = clock.instant();
            Instant expires = now.plus(Duration.ofDays(settings.exportDays()));
            Export.Made made = new Export.Made(
                    now,
                    copied.bytes(),
                    copied.sha256(),
                    expires,
                    copied.hidden().fingerprint());
            transaction.executeWithoutResult(status -> {
                exports.made(export.id(), made);
                publish(clip, ClipLedger.SYSTEM, "clip.export-make", export, Map.of("sha256", made.sha256()));
            });
        } catch (CopyDesk.CopyFault e) {
            log.warn("the copy {} of clip {} could not be made: {}", export.id(), clip.id(), e.code());
            fail(clip, export, e.code());
        }
    }

    private void fail(Clip clip, Export export, String code) {
        transaction.executeWithoutResult(status -> {
            if (exports.failed(export.id(), code)) {
                publish(clip, ClipLedger.SYSTEM, "clip.export-fail", export, Map.of("cause", code));
            }
        });
    }

    /** Copies that could not be made for reasons of ours, such as a database that was away; after some times they have failed. */
    void again() {
        stumbles.forEach((id, stumble) -> copier.execute(() -> {
            if (stumble.times() < TRIES) {
                attempt(stumble.clip(), id);
            } else {
                giveUp(stumble.clip(), id);
            }
        }));
    }

    private void giveUp(Clip clip, UUID id) {
        try {
            exports.find(clip.id(), id).ifPresent(export -> fail(clip, export, "copy-stumbled"));
            stumbles.remove(id);
        } catch (RuntimeException e) {
            log.error("the copy {} of clip {} cannot be given up yet", id, clip.id(), e);
        }
    }

    /** What a dead server had begun is begun again. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (Export export : exports.inState(Export.State.MAKING)) {
            table.find(export.clipId(), Scope.everything())
                    .filter(clip -> folder.holds(clip.id()))
                    .ifPresent(clip -> copier.execute(() -> attempt(clip, export.id())));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
    void expire() {
        again();
        expire(clock.instant());
    }

    /** Copies whose time is over are removed; the wish and its course stay. */
    void expire(Instant now) {
        for (Export export : exports.expiredBy(now)) {
            try {
                Files.deleteIfExists(folder.copy(export.id()));
                Clip clip = table.find(export.clipId(), Scope.everything()).orElseThrow();
                transaction.executeWithoutResult(status -> {
                    if (exports.expire(export.id())) {
                        publish(clip, ClipLedger.SYSTEM, "clip.export-expire", export, Map.of());
                    }
                });
            } catch (IOException | RuntimeException e) {
                log.error("the copy {} could not be removed; the next sweep tries again", export.id(), e);
            }
        }
    }

    private void publish(Clip clip, String actor, String action, Export export, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("export", export.id().toString());
        details.put("camera", clip.of().cameraId());
        events.publishEvent(
                AuditEntry.of(actor, action, "clip/" + clip.id(), clip.of().gridCode(), details));
    }

    @Override
    public void destroy() {
        GentleStop.dropping(copier);
    }
}
