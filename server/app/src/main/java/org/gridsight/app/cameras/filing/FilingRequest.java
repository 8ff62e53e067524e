package org.gridsight.app.cameras.filing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cameras/{id}/filing}, bound leniently and checked as a whole. */
record FilingRequest(
        @Nullable String filedOn,
        @Nullable String filingNumber,
        @Nullable String policeOffice,
        @Nullable String storageDays,
        @Nullable String deviceType,
        @Nullable String version) {

    /** Decree 799 art. 17: recordings are kept for at least 30 days. */
    private static final int SHORTEST_STORAGE = 30;

    private static final int LONGEST_STORAGE = 3_650;
    private static final Text DATE = new Text("日期须为 2026-03-05 的格式。", "must be a date such as 2026-03-05");
    private static final Text FUTURE = new Text("备案日期不能晚于今天。", "must not lie in the future");
    private static final Text STORAGE =
            new Text("须为 {0} 到 {1} 的整数(天)。", "must be a whole number of days from {0} to {1}");
    private static final Text VERSION = new Text("须为整数。", "must be a whole number");

    /** The version the person has seen, where one was sent. */
    Optional<Long> seenVersion(Faults faults) {
        if (version == null || version.isBlank()) {
            return Optional.empty();
        }
        if (!version.matches("\\d{1,18}")) {
            faults.add("version", VERSION);
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(version));
    }

    /** What was filed, of the camera as it stands; empty exactly when it added a fault. */
    Optional<Filing.Filed> read(Filing.Subject camera, LocalDate today, Faults faults) {
        Optional<LocalDate> on = faults.required("filedOn", filedOn).flatMap(text -> date(text, today, faults));
        Optional<String> number =
                faults.required("filingNumber", filingNumber).flatMap(text -> faults.text("filingNumber", text, 100));
        Optional<String> office =
                faults.required("policeOffice", policeOffice).flatMap(text -> faults.text("policeOffice", text, 200));
        Optional<Integer> storage = faults.required("storageDays", storageDays).flatMap(text -> storage(text, faults));
        Optional<String> type =
                faults.required("deviceType", deviceType).flatMap(text -> faults.text("deviceType", text, 100));
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Filing.Filed(
                on.orElseThrow(),
                number.orElseThrow(),
                office.orElseThrow(),
                storage.orElseThrow(),
                type.orElseThrow(),
                camera.kind(),
                camera.place()));
    }

    private static Optional<LocalDate> date(String text, LocalDate today, Faults faults) {
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.isAfter(today)) {
                faults.add("filedOn", FUTURE);
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeException e) {
            faults.add("filedOn", DATE);
            return Optional.empty();
        }
    }

    private static Optional<Integer> storage(String text, Faults faults) {
        int days = text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
        if (days < SHORTEST_STORAGE || days > LONGEST_STORAGE) {
            faults.add("storageDays", STORAGE.with(SHORTEST_STORAGE, Integer.toString(LONGEST_STORAGE)));
            return Optional.empty();
        }
        return Optional.of(days);
    }
}
