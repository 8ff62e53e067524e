package org.gridsight.app.incidents.photos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.incidents.DeviceTime;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** What a checked {@code POST /api/uploads} announces: which photo, of which incident, how long. */
record Announcement(UUID id, UUID incidentId, PhotoStep step, long length, Upload.Taken taken) {

    private static final int LONGEST_METADATA = 4096;
    private static final Text NO_UUID = new Text("须为 UUID。", "must be a UUID");
    private static final Text SHAPE =
            new Text("须为逗号分隔的“名称 base64 值”。", "must be names with base64 values, separated by commas");

    /** The headers of the request as they came; {@code sentAt} is the device's clock. */
    record Headers(
            @Nullable String length,
            @Nullable String metadata,
            @Nullable String sentAt) {}

    /** Every fault at once; sizes after that, since they have statuses of their own. */
    static Announcement check(Headers headers, PhotoSettings settings, Instant now) {
        Faults faults = new Faults();
        Map<String, String> said = metadata(headers.metadata(), faults);
        Optional<UUID> id = uuid("photoId", said, faults);
        Optional<UUID> incident = uuid("incidentId", said, faults);
        Optional<PhotoStep> step =
                faults.required("step", said.get("step")).flatMap(name -> faults.oneOf("step", name, PhotoStep.class));
        Optional<Long> length = faults.required("Upload-Length", headers.length())
                .flatMap(text -> number("Upload-Length", text, faults));
        Optional<Instant> takenAt = faults.instant("takenAt", said.get("takenAt"));
        Optional<Long> skew = DeviceTime.skewSeconds(headers.sentAt(), now, faults);
        Optional<Double> lon = degrees("lon", said.get("lon"), 180, faults);
        Optional<Double> lat = degrees("lat", said.get("lat"), 90, faults);
        faults.throwIfAny();
        // a device that does not know where it is says 0, 0
        boolean placed = lon.isPresent() && lat.isPresent() && !(lon.get() == 0 && lat.get() == 0);
        Upload.Taken taken = new Upload.Taken(
                takenAt.orElse(null), placed ? lon.get() : null, placed ? lat.get() : null, skew.orElse(null));
        requireSize(length.orElseThrow(), settings);
        return new Announcement(
                id.orElseThrow(), incident.orElseThrow(), step.orElseThrow(), length.orElseThrow(), taken);
    }

    private static void requireSize(long length, PhotoSettings settings) {
        if (length == 0) {
            throw new Rejected(PhotoReason.EMPTY);
        }
        if (length > settings.maxFile().toBytes()) {
            throw new Rejected(PhotoReason.TOO_LARGE, settings.maxFile().toMegabytes());
        }
    }

    private static Map<String, String> metadata(@Nullable String header, Faults faults) {
        Map<String, String> said = new HashMap<>();
        if (header == null || header.isBlank()) {
            return said;
        }
        if (header.length() > LONGEST_METADATA) {
            faults.add("Upload-Metadata", new Text("过长。", "is too long"));
            return said;
        }
        for (String pair : header.split(",", -1)) {
            String[] words = pair.strip().split(" ", 2);
            try {
                byte[] value = Base64.getDecoder().decode(words.length == 2 ? words[1].strip() : "");
                if (words[0].isEmpty() || said.put(words[0], new String(value, StandardCharsets.UTF_8)) != null) {
                    faults.add("Upload-Metadata", SHAPE);
                }
            } catch (IllegalArgumentException notBase64) {
                faults.add("Upload-Metadata", SHAPE);
            }
        }
        return said;
    }

    private static Optional<UUID> uuid(String field, Map<String, String> said, Faults faults) {
        return faults.required(field, said.get(field)).flatMap(text -> {
            if (text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return Optional.of(UUID.fromString(text));
            }
            faults.add(field, NO_UUID);
            return Optional.empty();
        });
    }

    static Optional<Long> number(String field, String text, Faults faults) {
        if (text.matches("\\d{1,15}")) {
            return Optional.of(Long.valueOf(text));
        }
        faults.add(field, new Text("须为非负整数。", "must be a whole number, 0 or more"));
        return Optional.empty();
    }

    private static Optional<Double> degrees(String field, @Nullable String text, double most, Faults faults) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= most) {
                return Optional.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        faults.add(field, new Text("须为度,绝对值不超过 {0}。", "must be degrees, at most {0} either way").with(most));
        return Optional.empty();
    }
}
