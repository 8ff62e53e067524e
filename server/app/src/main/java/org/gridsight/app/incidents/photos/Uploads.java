package org.gridsight.app.incidents.photos;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Begins uploads and finds them again; an upload is its sender's alone until it is a photo of a case. */
@Service
class Uploads {

    private final PhotoTable table;
    private final PartFiles parts;
    private final PhotoFolder folder;
    private final Incidents incidents;
    private final PhotoSettings settings;
    private final Clock clock;

    Uploads(
            PhotoTable table,
            PartFiles parts,
            PhotoFolder folder,
            Incidents incidents,
            PhotoSettings settings,
            Clock clock) {
        this.table = table;
        this.parts = parts;
        this.folder = folder;
        this.incidents = incidents;
        this.settings = settings;
        this.clock = clock;
    }

    /** The upload of this photo: a new one, or the one that was begun before. */
    Upload begin(Announcement announced, CurrentUser user) {
        Optional<Upload> before = table.find(announced.id());
        if (before.isPresent()) {
            return again(before.get(), announced, user);
        }
        boolean waiting = isWaiting(announced.incidentId(), user);
        requireRoom(announced, user);
        // a place of the case may be taken between looking and writing: then the next one
        for (int i = 0; i < settings.perCase(); i++) {
            Optional<Upload> begun = insert(announced, user, waiting);
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw new Rejected(PhotoReason.TOO_MANY, settings.perCase());
    }

    /** Empty when somebody else took the place, or the same photo was announced twice at once and is not visible yet. */
    private Optional<Upload> insert(Announcement announced, CurrentUser user, boolean waiting) {
        List<Integer> taken = table.slotsTaken(announced.incidentId());
        int slot = IntStream.rangeClosed(1, settings.perCase())
                .filter(place -> !taken.contains(place))
                .findFirst()
                .orElseThrow(() -> new Rejected(PhotoReason.TOO_MANY, settings.perCase()));
        Instant now = now();
        Upload.By by = new Upload.By(user.username(), user.displayName());
        try {
            table.insert(new PhotoTable.Begun(announced, by, waiting, now, now.plus(settings.unfinishedFor())), slot);
        } catch (DuplicateKeyException | ConcurrencyFailureException lost) {
            return table.find(announced.id()).map(other -> again(other, announced, user));
        }
        return table.find(announced.id());
    }

    private Upload again(Upload before, Announcement announced, CurrentUser user) {
        if (!before.by().username().equals(user.username()) || !before.isSameAs(announced)) {
            throw new Rejected(PhotoReason.ID_TAKEN, announced.id());
        }
        requireNotRefused(before);
        table.extend(before.id(), now().plus(settings.unfinishedFor()));
        return table.find(before.id()).orElse(before);
    }

    /** True when the incident is still to come; whoever may not see one that is there has to have had a hand in it. */
    private boolean isWaiting(UUID incidentId, CurrentUser user) {
        String key = incidentId.toString();
        if (incidents.find(key, user).isPresent() || table.hasHandIn(incidentId, user.username())) {
            return false;
        }
        if (incidents.find(key, Scope.everything()).isPresent()) {
            throw new Rejected(CommonReason.NOT_FOUND, key);
        }
        return true;
    }

    private void requireRoom(Announcement announced, CurrentUser user) {
        long most = settings.unfinishedPerPerson().toBytes();
        if (table.unfinishedBytes(user.username()) + announced.length() > most) {
            throw new Rejected(
                    PhotoReason.TOO_MUCH_UNFINISHED,
                    settings.unfinishedPerPerson().toMegabytes());
        }
        if (folder.isShort()) {
            throw new Rejected(PhotoReason.DISK_FULL);
        }
    }

    /** Own ones only; an expired one is gone. */
    Upload require(String id, CurrentUser user) {
        return parse(id)
                .flatMap(table::find)
                .filter(upload -> upload.by().username().equals(user.username()))
                .filter(upload -> upload.state() == Upload.State.KEPT
                        || upload.expiresAt().isAfter(now()))
                .orElseThrow(() -> new Rejected(PhotoReason.NOT_FOUND, id));
    }

    static void requireNotRefused(Upload upload) {
        if (upload.state() == Upload.State.REFUSED) {
            String why = upload.refusal();
            throw new Rejected(why == null ? PhotoReason.UNREADABLE : PhotoReason.valueOf(why));
        }
    }

    /** Takes back an upload that has not ended, or a photo whose incident has not come. */
    void remove(Upload upload) {
        if (upload.state() == Upload.State.KEPT && !isLoose(upload)) {
            throw new Rejected(PhotoReason.PART_OF_CASE);
        }
        if (table.delete(upload.id(), upload.state())) {
            discard(upload.id());
        }
    }

    private boolean isLoose(Upload upload) {
        return incidents
                .find(upload.incidentId().toString(), Scope.everything())
                .isEmpty();
    }

    void discard(UUID id) {
        parts.discard(id);
        PhotoFolder.discard(folder.photo(id, false));
        PhotoFolder.discard(folder.photo(id, true));
    }

    static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
