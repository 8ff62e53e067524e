package org.gridsight.app.cameras.filing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;

/**
 * One camera in the register: the camera as it is now beside what was filed of it.
 *
 * @param firstUsedOn day of the first picture or the first sign-in; null while it was never used
 * @param filed null before the first filing
 * @param changedOn since when it is another one than was filed; null while it is the same
 */
record Filing(
        Subject camera,
        long version,
        @Nullable LocalDate firstUsedOn,
        @Nullable Filed filed,
        @Nullable LocalDate changedOn) {

    /** Metres on the ground that one degree of latitude spans. */
    private static final double METRES_PER_DEGREE = 111_320;

    /** Less is measuring better, not moving. */
    private static final double SAME_PLACE_METRES = 10;

    /** The camera itself, as the registry has it. */
    record Subject(String cameraId, String name, String gridCode, String kind, Optional<LngLat> place) {}

    /** What the police were told. */
    record Filed(
            LocalDate on,
            String number,
            String policeOffice,
            int storageDays,
            String deviceType,
            String kind,
            Optional<LngLat> place) {

        /** The same filing, perhaps with other words about it: not a new one. */
        boolean isSameAs(Filed other) {
            return on.equals(other.on) && number.equals(other.number);
        }
    }

    /** Whether the camera has been put elsewhere or become of another kind since it was filed. */
    boolean hasMoved() {
        return filed != null && (!filed.kind().equals(camera.kind()) || isElsewhere(filed.place(), camera.place()));
    }

    private static boolean isElsewhere(Optional<LngLat> filed, Optional<LngLat> now) {
        if (filed.isEmpty() || now.isEmpty()) {
            return filed.isPresent() != now.isPresent();
        }
        double north = (now.get().lat() - filed.get().lat()) * METRES_PER_DEGREE;
        double east = (now.get().lng() - filed.get().lng())
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians(filed.get().lat()));
        return Math.hypot(north, east) > SAME_PLACE_METRES;
    }

    /** The last day on which it is in time; empty when nothing is to be filed, or it was never used. */
    Optional<LocalDate> dueOn(int days) {
        if (filed != null) {
            return Optional.ofNullable(changedOn).map(day -> day.plusDays(days));
        }
        return Optional.ofNullable(firstUsedOn).map(day -> day.plusDays(days));
    }

    FilingState state(int days, LocalDate today) {
        Optional<LocalDate> due = dueOn(days);
        if (due.isPresent() && today.isAfter(due.get())) {
            return FilingState.OVERDUE;
        }
        if (filed == null) {
            return FilingState.DUE;
        }
        return changedOn == null ? FilingState.FILED : FilingState.CHANGED;
    }

    /** Days until it is due, below 0 when that is past. */
    Optional<Long> daysLeft(int days, LocalDate today) {
        return dueOn(days).map(due -> ChronoUnit.DAYS.between(today, due));
    }
}
