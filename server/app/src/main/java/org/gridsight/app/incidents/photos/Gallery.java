package org.gridsight.app.incidents.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.PersonalReads;
import org.gridsight.app.incidents.CasePhotos;
import org.gridsight.app.incidents.IncidentView;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the photos of a case to those who may see the case; every look at a picture is on record. */
@Service
class Gallery implements CasePhotos {

    private final PhotoTable table;
    private final PhotoDesk desk;
    private final Incidents incidents;
    private final PersonalReads reads;

    Gallery(PhotoTable table, PhotoDesk desk, Incidents incidents, PersonalReads reads) {
        this.table = table;
        this.desk = desk;
        this.incidents = incidents;
        this.reads = reads;
    }

    @Override
    @Transactional(readOnly = true)
    public int count(IncidentView incident) {
        return table.count(incident.id(), new Scope(incident.gridCode()));
    }

    @Transactional(readOnly = true)
    public List<PhotoView> list(String key, CurrentUser user) {
        return photos(require(key, user)).stream().map(PhotoView::of).toList();
    }

    /** The file of one picture; looking at small ones is one look for all of a case. */
    @Transactional
    public Path look(String key, String photoId, boolean small, CurrentUser user) {
        IncidentView incident = require(key, user);
        Optional<UUID> wanted = Uploads.parse(photoId);
        Path file = photos(incident).stream()
                .filter(photo -> wanted.filter(photo.id()::equals).isPresent())
                .findFirst()
                .flatMap(photo -> desk.file(photo.id(), small))
                .orElseThrow(() -> new Rejected(PhotoReason.NOT_FOUND, photoId));
        Map<String, String> details = small ? Map.of("size", "small") : Map.of("photo", photoId);
        reads.record(AuditEntry.of(
                user.username(), "incident.read-photo", "incident/" + incident.seq(), incident.gridCode(), details));
        return file;
    }

    private IncidentView require(String key, CurrentUser user) {
        return incidents.find(key, user).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, key));
    }

    private List<Upload> photos(IncidentView incident) {
        return table.ofCase(incident.id(), new Scope(incident.gridCode()));
    }
}
