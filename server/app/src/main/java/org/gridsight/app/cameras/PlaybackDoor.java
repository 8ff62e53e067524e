package org.gridsight.app.cameras;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.gb28181.StreamRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may wind which recording: a camera that is a channel of a device, a span that has passed, no masks in between. */
@Component
class PlaybackDoor {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final Text SPAN = new Text("须晚于 from，且不晚于现在。", "must lie after from and not after now");
    private static final Text TOO_LONG = new Text("一次最多 24 小时。", "at most 24 hours at once");

    private final ChannelTable channels;
    private final Clock clock;

    PlaybackDoor(ChannelTable channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    /** The channel behind a camera; refused where there is none. */
    ChannelTable.Link channel(String cameraId) {
        return channels.find(cameraId).orElseThrow(() -> new Rejected(CameraReason.NO_RECORDINGS));
    }

    /** What is wanted of a recording by whoever has this ticket. */
    StreamRequest.Span admit(StreamTicket ticket, URI uri) {
        if (!ticket.seesRaw()) {
            throw new Rejected(CameraReason.MASKED_RECORDING);
        }
        channel(ticket.camera().cameraId());
        MultiValueMap<String, String> words =
                UriComponentsBuilder.fromUri(uri).build().getQueryParams();
        return span(Optional.ofNullable(words.getFirst("from")), Optional.ofNullable(words.getFirst("to")));
    }

    /** A span that can have been recorded. */
    StreamRequest.Span span(Optional<String> from, Optional<String> to) {
        Faults faults = new Faults();
        faults.required("from", from.orElse(null));
        faults.required("to", to.orElse(null));
        Optional<Instant> begin = faults.instant("from", from.orElse(null));
        Optional<Instant> end = faults.instant("to", to.orElse(null));
        if (begin.isPresent() && end.isPresent()) {
            if (!begin.get().isBefore(end.get()) || end.get().isAfter(clock.instant())) {
                faults.add("to", SPAN);
            } else if (Duration.between(begin.get(), end.get()).compareTo(LONGEST) > 0) {
                faults.add("to", TOO_LONG);
            }
        }
        faults.throwIfAny();
        return new StreamRequest.Span(begin.orElseThrow(), end.orElseThrow());
    }
}
