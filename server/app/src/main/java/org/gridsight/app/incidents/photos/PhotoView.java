package org.gridsight.app.incidents.photos;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridsight.app.incidents.IncidentView;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a case as the pages see it.
 *
 * @param takenAt and {@code location}: as the device told them
 */
record PhotoView(
        UUID photoId,
        PhotoStep step,
        @Nullable Instant takenAt,
        IncidentView.@Nullable Location location,
        int width,
        int height,
        String by,
        @Nullable Instant receivedAt,
        @Nullable Long clockSkewSeconds) {

    static PhotoView of(Upload photo) {
        Upload.Taken taken = photo.taken();
        Upload.Size size = Objects.requireNonNull(photo.size(), "a kept photo has a size");
        boolean placed = taken.lon() != null && taken.lat() != null;
        return new PhotoView(
                photo.id(),
                photo.step(),
                taken.at(),
                placed ? new IncidentView.Location(List.of(taken.lon(), taken.lat())) : null,
                size.width(),
                size.height(),
                photo.by().name(),
                photo.receivedAt(),
                taken.clockSkewSeconds());
    }
}
