package org.gridsight.app.cameras.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.cameras.Footage;
import org.gridsight.app.cameras.StreamTicket;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pictures of clips, in pieces as a player asks for them, for a ticket for the camera they were taken by. */
@RestController
class ClipMediaController {

    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");

    private final Clips clips;
    private final Footage footage;
    private final Exports exports;
    private final Playings playings;
    private final EvidenceFolder folder;
    private final Standings standings;

    ClipMediaController(
            Clips clips,
            Footage footage,
            Exports exports,
            Playings playings,
            EvidenceFolder folder,
            Standings standings) {
        this.clips = clips;
        this.footage = footage;
        this.exports = exports;
        this.playings = playings;
        this.folder = folder;
        this.standings = standings;
    }

    /** The original; never of a masked camera for whoever may not see behind the masks. */
    @GetMapping("/media/clips/{id}/clip.mp4")
    ResponseEntity<Resource> original(
            @PathVariable String id, @RequestParam(required = false) @Nullable String ticket, HttpServletRequest call) {
        footage.require(ticket);
        Standing holder = standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
        // whoever has no ticket for it does not even hear whether there is such a clip
        Clip clip = clips.find(id, holder.user()).orElseThrow(footage::refusal);
        StreamTicket right = footage.check(clip.of().cameraId(), ticket, holder);
        if (!right.mayUnmask() && (clip.masked() || !right.seesRaw())) {
            throw new Rejected(ClipReason.MASKED);
        }
        Path file = folder.original(clip.id());
        if (clip.state() == Clip.State.DELETED) {
            throw new Rejected(ClipReason.DELETED);
        }
        if (clip.state() != Clip.State.SAVED || !Files.isRegularFile(file) || !playings.on(right, clip.id())) {
            throw new Rejected(ClipReason.NOT_READY);
        }
        return ResponseEntity.ok()
                .contentType(MP4)
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    /** The copy that was made for outside: masked for everybody, and for the one who asked for it only. */
    @GetMapping("/media/clips/{id}/exports/{export}/copy.mp4")
    ResponseEntity<Resource> copy(
            @PathVariable String id,
            @PathVariable String export,
            @RequestParam(required = false) @Nullable String ticket,
            HttpServletRequest call) {
        footage.require(ticket);
        Standing holder = standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
        Clip clip = clips.find(id, holder.user()).orElseThrow(footage::refusal);
        StreamTicket right = footage.check(clip.of().cameraId(), ticket, holder);
        Export made = exports.download(clip, export, right)
                .orElseThrow(() -> new Rejected(ClipReason.EXPORT_NOT_FOUND, export));
        String name = "gridsight-" + clip.of().incidentNumber() + "-" + made.id() + ".mp4";
        return ResponseEntity.ok()
                .contentType(MP4)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(folder.copy(made.id())));
    }
}
