package org.gridsight.app.cameras;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.MediaFault;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.Findings;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.RecordingQuery;
import org.gridsight.media.gb28181.StreamRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What the device of a camera itself tells of what it keeps: recordings and stored directions. Asking waits for the device,
 * but never longer than half a minute. Whether somebody may know it is asked before.
 */
@Service
public class DeviceRecordings {

    /** More than the station itself waits. */
    private static final long PATIENCE_SECONDS = 30;

    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Set<String> ENDS = Set.of("gb-recording-end", "gb-device-hung-up");

    private final ChannelTable channels;
    private final GbStation station;
    private final ZoneId zone;

    DeviceRecordings(
            ChannelTable channels, GbStation station, @Value("${gridsight.cameras.health.device-zone}") ZoneId zone) {
        this.channels = channels;
        this.station = station;
        this.zone = zone;
    }

    /**
     * The recordings of a span of time, sorted; a piece may begin before it and end after it.
     *
     * @param complete false when the device promised more than it told
     */
    public record Kept(List<RecordedSpan> spans, boolean complete) {}

    /** Whether a device that ends a playback so has said that this was all; a connection that is gone says nothing. */
    public static boolean saysTheEnd(MediaFault cause) {
        return ENDS.contains(cause.code());
    }

    /** Refused, with the reason in words, when the camera has no device, or its device does not answer or cannot. */
    public Kept list(String cameraId, Instant from, Instant to) {
        if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
            throw new Rejected(CameraReason.RECORDINGS_SPAN, LONGEST.toDays());
        }
        StreamRequest.Span span = new StreamRequest.Span(from, to);
        Findings<RecordedSpan> found = ask(cameraId, link -> station.recordings(link, RecordingQuery.all(span, zone)));
        return new Kept(found.items(), found.complete());
    }

    /** By number. */
    List<DevicePreset> presets(String cameraId) {
        return ask(cameraId, station::presets).items();
    }

    private <T> Findings<T> ask(
            String cameraId, Function<ChannelTable.Link, Optional<CompletionStage<Findings<T>>>> question) {
        ChannelTable.Link link = channels.find(cameraId).orElseThrow(() -> new Rejected(CameraReason.NO_DEVICE));
        Findings<T> found = question.apply(link)
                .map(DeviceRecordings::await)
                .orElseThrow(() -> new Rejected(CameraReason.NOT_SIGNED_IN));
        return switch (found.outcome()) {
            case ANSWERED -> found;
            case NOT_REGISTERED -> throw new Rejected(CameraReason.NOT_SIGNED_IN);
            case UNSUPPORTED -> throw new Rejected(CameraReason.DEVICE_CANNOT);
            case NO_ANSWER, BUSY -> throw new Rejected(CameraReason.DEVICE_SILENT);
        };
    }

    private static <T> Findings<T> await(CompletionStage<Findings<T>> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(CameraReason.DEVICE_SILENT);
        } catch (ExecutionException | TimeoutException e) {
            throw new Rejected(CameraReason.DEVICE_SILENT);
        }
    }
}
