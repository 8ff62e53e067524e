package org.gridsight.media.gb28181;

import java.time.Instant;
import java.util.Optional;

/**
 * Which pictures are wanted: live ones, or the device's recording of a span of time.
 *
 * @param deviceId who signs in with us; its channel may be itself
 * @param sub whether the smaller stream beside the main one is wanted; older devices know no such wish and ignore it
 */
public record StreamRequest(
        String deviceId, String channelId, MediaTransport transport, Optional<Span> recorded, boolean sub) {

    /** From when to when, both inclusive, in whole seconds. */
    public record Span(Instant from, Instant to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from must be before to, was " + from + " and " + to);
            }
        }
    }

    public static StreamRequest live(String deviceId, String channelId, MediaTransport transport) {
        return new StreamRequest(deviceId, channelId, transport, Optional.empty(), false);
    }

    public static StreamRequest sub(String deviceId, String channelId, MediaTransport transport) {
        return new StreamRequest(deviceId, channelId, transport, Optional.empty(), true);
    }

    public static StreamRequest recording(String deviceId, String channelId, MediaTransport transport, Span span) {
        return new StreamRequest(deviceId, channelId, transport, Optional.of(span), false);
    }
}
