package org.gridsight.app.cameras;

import jakarta.servlet.http.HttpServletRequest;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single pictures over HTTP, each for a ticket. */
@RestController
class StillController {

    private static final int NARROWEST = 16;
    private static final int WIDEST = 4096;

    private final Snapshots snapshots;
    private final Tickets tickets;
    private final Standings standings;

    StillController(Snapshots snapshots, Tickets tickets, Standings standings) {
        this.snapshots = snapshots;
        this.tickets = tickets;
        this.standings = standings;
    }

    @GetMapping("/media/cameras/{id}/snapshot.jpg")
    ResponseEntity<byte[]> snapshot(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(required = false) @Nullable String width,
            HttpServletRequest call) {
        Standing holder = standings.of(call).orElseThrow(() -> new Rejected(CommonReason.FORBIDDEN));
        StreamTicket right = tickets.check(id, ticket, holder);
        byte[] jpeg = snapshots.take(right, pixels(width));
        // a slow camera takes a minute: the right may have ended meanwhile, or masks may have come
        if (tickets.check(id, ticket, holder).seesLessThan(right)) {
            throw new Rejected(CameraReason.NO_PICTURE);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }

    private static int pixels(@Nullable String width) {
        if (width == null || width.isBlank()) {
            return 0;
        }
        int pixels = width.matches("\\d{1,5}") ? Integer.parseInt(width) : 0;
        if (pixels < NARROWEST || pixels > WIDEST) {
            Faults faults = new Faults();
            faults.add("width", new Text("须在 {0} 到 {1} 之间。", "must lie in {0}..{1}").with(NARROWEST, WIDEST));
            faults.throwIfAny();
        }
        return pixels;
    }
}
