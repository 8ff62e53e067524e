package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.media.gb28181.StreamRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the device of a camera has recorded, so that nobody has to guess where there is something to play. */
@RestController
class RecordingsController {

    private final Cameras cameras;
    private final PlaybackDoor door;
    private final DeviceRecordings recordings;

    RecordingsController(Cameras cameras, PlaybackDoor door, DeviceRecordings recordings) {
        this.cameras = cameras;
        this.door = door;
        this.recordings = recordings;
    }

    /** A piece of it. */
    record Piece(Instant from, Instant to, String type) {}

    /** @param complete false when the device promised more than it told */
    record Answer(List<Piece> items, boolean complete) {}

    @GetMapping("/api/cameras/{id}/recordings")
    Answer list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            CurrentUser user) {
        cameras.find(id, user.scope());
        door.channel(id);
        StreamRequest.Span span = door.span(Optional.ofNullable(from), Optional.ofNullable(to));
        DeviceRecordings.Kept kept = recordings.list(id, span.from(), span.to());
        List<Piece> pieces = kept.spans().stream()
                .map(one -> new Piece(one.from(), one.to(), one.type()))
                .toList();
        return new Answer(pieces, kept.complete());
    }
}
