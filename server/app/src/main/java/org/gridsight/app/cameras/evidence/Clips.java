package org.gridsight.app.cameras.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The clips of the township: has them saved and finds them again. */
@Service
class Clips {

    private final Footage footage;
    private final Incidents incidents;
    private final ClipTable table;
    private final CustodyTable custody;
    private final ExportTable exports;
    private final ClipLedger ledger;
    private final Recordings recordings;
    private final EvidenceFolder folder;
    private final EvidenceSettings settings;
    private final Clock clock;

    Clips(
            Footage footage,
            Incidents incidents,
            ClipTable table,
            CustodyTable custody,
            ExportTable exports,
            ClipLedger ledger,
            Recordings recordings,
            EvidenceFolder folder,
            EvidenceSettings settings,
            Clock clock) {
        this.footage = footage;
        this.incidents = incidents;
        this.table = table;
        this.custody = custody;
        this.exports = exports;
        this.ledger = ledger;
        this.recordings = recordings;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes down that a clip is wanted; it is recorded once that has been committed. */
    @Transactional
    public ClipView save(String cameraId, ClipRequest request, Standing standing) {
        StreamTicket ticket = footage.check(cameraId, request.ticket(), standing);
        Instant now = clock.instant();
        ClipRequest.Wanted wanted = request.check(incidents, standing.user(), now, settings.maxMinutes());
        if (!footage.isFor(ticket, wanted.incident().id())) {
            throw new Rejected(ClipReason.OTHER_PURPOSE);
        }
        Footage.Filmed camera = footage.find(cameraId).orElseThrow(() -> new Rejected(ClipReason.NOT_FOUND, cameraId));
        if (wanted.source() == Clip.Source.DEVICE && !camera.ownRecordings()) {
            throw new Rejected(ClipReason.NO_RECORDINGS);
        }
        if (folder.isShort()) {
            throw new Rejected(ClipReason.DISK_FULL);
        }
        Clip clip = clip(camera, wanted, ticket, now);
        if (!recordings.reserve(clip)) {
            throw new Rejected(ClipReason.TOO_MANY_AT_ONCE);
        }
        TransactionSynchronizationManager.registerSynchronization(new Beginning(clip, ticket));
        ledger.begun(clip);
        return view(clip, standing.user());
    }

    private Clip clip(Footage.Filmed camera, ClipRequest.Wanted wanted, StreamTicket ticket, Instant now) {
        UUID id = UUID.randomUUID();
        CurrentUser user = ticket.user();
        return new Clip(
                id,
                new Clip.Of(
                        camera.cameraId(),
                        camera.name(),
                        camera.gridCode(),
                        wanted.incident().id(),
                        wanted.incident().number()),
                wanted.source(),
                Clip.State.RECORDING,
                null,
                null,
                wanted.from(),
                wanted.to(),
                now,
                null,
                Clip.Extent.none(id),
                camera.masked(),
                camera.masks(),
                new Clip.By(user.username(), user.displayName(), ticket.grantId()),
                null,
                now.plus(Duration.ofDays(settings.retentionDays())),
                null,
                null);
    }

    /** Begins recording when the row is there for everybody, or gives the place back. */
    private final class Beginning implements TransactionSynchronization {

        private final Clip clip;
        private final StreamTicket ticket;

        Beginning(Clip clip, StreamTicket ticket) {
            this.clip = clip;
            this.ticket = ticket;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                recordings.begin(clip, ticket);
            } else {
                recordings.release(clip.id());
            }
        }
    }

    Optional<Clip> find(String id, CurrentUser user) {
        return uuid(id).flatMap(key -> table.find(key, user.scope()));
    }

    /** Refused when there is none in the scope of this person. */
    Clip require(String id, CurrentUser user) {
        return find(id, user).orElseThrow(() -> new Rejected(ClipReason.NOT_FOUND, id));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Transactional(readOnly = true)
    public ClipView get(String id, CurrentUser user) {
        return view(require(id, user), user);
    }

    @Transactional(readOnly = true)
    public List<ClipView> list(ClipTable.Filter filter, Optional<ClipTable.Cursor> after, int limit, CurrentUser user) {
        return views(table.list(filter, after, limit), user);
    }

    /** Ends a recording before its time; what has come is kept. */
    ClipView stop(String id, CurrentUser user) {
        Clip clip = require(id, user);
        if (!recordings.stop(clip.id())) {
            throw new Rejected(ClipReason.NOT_RECORDING);
        }
        return view(clip, user);
    }

    private ClipView view(Clip clip, CurrentUser user) {
        return views(List.of(clip), user).get(0);
    }

    private List<ClipView> views(List<Clip> clips, CurrentUser user) {
        List<UUID> ids = clips.stream().map(Clip::id).toList();
        List<Hold> holds = custody.holds(ids);
        List<Export> wishes = exports.of(ids);
        Map<String, Boolean> maskedNow = new HashMap<>();
        return clips.stream()
                .map(clip -> ClipView.of(
                        clip,
                        clip.state() == Clip.State.SAVED
                                && (StreamTicket.mayUnmask(user) || !isMasked(clip, maskedNow)),
                        atLatest(clip),
                        holds.stream()
                                .filter(hold -> hold.clipId().equals(clip.id()))
                                .toList(),
                        wishes.stream()
                                .filter(wish -> wish.clipId().equals(clip.id()))
                                .map(ExportView::of)
                                .toList()))
                .toList();
    }

    private boolean isMasked(Clip clip, Map<String, Boolean> maskedNow) {
        return clip.masked()
                || maskedNow.computeIfAbsent(
                        clip.of().cameraId(),
                        id -> footage.find(id).map(Footage.Filmed::masked).orElse(false));
    }

    /** The day it goes at the latest, if nothing holds it. */
    Instant atLatest(Clip clip) {
        int days = custody.ceilingDays(clip.of().cameraId()).orElse(settings.ceilingDays());
        Instant ceiling = clip.begunAt().plus(Duration.ofDays(days));
        return ceiling.isBefore(clip.retainUntil()) ? clip.retainUntil() : ceiling;
    }
}
