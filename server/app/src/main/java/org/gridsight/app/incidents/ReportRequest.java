package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Body of {@code POST /api/incidents}, bound leniently and checked as a whole: every fault is told at once. */
record ReportRequest(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String category,
        @Nullable String title,
        @Nullable String description,
        @Nullable JsonNode location,
        @Nullable String gridCode,
        @Nullable String address,
        @Nullable String occurredAt,
        @Nullable String source,
        @Nullable String scale,
        @Nullable String complexity,
        @Nullable ReporterRequest reporter,
        @Nullable List<@Nullable PartyRequest> parties) {

    /** Who told us, as sent. */
    record ReporterRequest(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    static final Text UNKNOWN_CATEGORY =
            new Text("未知类别 {0},可用 A01-A18 或 B01-B17。", "unknown category {0}, allowed: A01-A18, B01-B17");
    private static final Text PHONE =
            new Text("电话须为 5-20 位数字,可含 + - 空格。", "must be 5-20 digits, with + - and spaces at most");
    private static final String LATE = "LATE_ENTRY";

    /** A checked report and how hard the matter is said to be. */
    record Checked(NewIncident incident, Complexity complexity) {}

    Checked check(Siting siting, IncidentSettings settings, Instant now) {
        return check(siting, settings, now, null);
    }

    /** @param sentAt the device's clock when it sent this; of a report with an id of its own, times are set right by it */
    Checked check(Siting siting, IncidentSettings settings, Instant now, @Nullable String sentAt) {
        Faults faults = new Faults();
        NewIncident.Device device = checkDevice(faults, settings, now, sentAt);
        Optional<IncidentKind> what =
                faults.required("kind", kind).flatMap(name -> faults.oneOf("kind", name, IncidentKind.class));
        Optional<IncidentSource> channel =
                faults.required("source", source).flatMap(name -> faults.oneOf("source", name, IncidentSource.class));
        Optional<String> headline = faults.required("title", title).flatMap(text -> faults.text("title", text, 200));
        Optional<String> words = faults.text("description", description, 4000);
        Optional<String> where = faults.text("address", address, 300);
        Optional<Complexity> hardness = faults.oneOf("complexity", complexity, Complexity.class);
        Optional<Instant> when = checkTime(faults, settings, now, device);
        Optional<NewIncident.Where> spot = siting.locate(this, when.orElse(now), faults);
        String item = checkCategory(faults, what);
        IncidentScale size = checkScale(faults);
        NewIncident.Reporter teller = checkReporter(faults);
        List<NewIncident.Party> people = PartyRequest.checkAll(parties, faults);
        faults.throwIfAny();
        NewIncident incident = new NewIncident(
                what.orElseThrow(),
                item,
                size,
                headline.orElseThrow(),
                words.orElse(""),
                where.orElse(null),
                channel.orElseThrow(),
                when.orElseThrow(),
                flagged(spot.orElseThrow(), when.orElseThrow(), settings, now),
                teller,
                people,
                device);
        return new Checked(incident, hardness.orElse(Complexity.GENERAL));
    }

    private NewIncident.Device checkDevice(
            Faults faults, IncidentSettings settings, Instant now, @Nullable String sentAt) {
        Optional<UUID> made = Optional.ofNullable(id).flatMap(text -> uuid("id", text, faults));
        Optional<Long> skew = DeviceTime.skewSeconds(sentAt, now, faults)
                .filter(seconds ->
                        Math.abs(seconds) > settings.futureTolerance().toSeconds());
        return new NewIncident.Device(made.orElse(null), skew.orElse(null));
    }

    static Optional<UUID> uuid(String field, String text, Faults faults) {
        if (text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.of(UUID.fromString(text));
        }
        faults.add(field, new Text("须为 UUID。", "must be a UUID"));
        return Optional.empty();
    }

    private Optional<Instant> checkTime(
            Faults faults, IncidentSettings settings, Instant now, NewIncident.Device device) {
        PlausibleTime plausible = new PlausibleTime(settings);
        // times of a device that keeps reports for later are its own; elsewhere somebody may have read a better clock
        Long skew = device.id() == null ? null : device.clockSkewSeconds();
        return faults.required("occurredAt", occurredAt)
                .flatMap(text -> faults.instant("occurredAt", text))
                .map(told -> skew == null ? told : told.plusSeconds(skew))
                .filter(time -> plausible.accepts(time, now, "occurredAt", faults));
    }

    private @Nullable String checkCategory(Faults faults, Optional<IncidentKind> what) {
        Optional<String> given = faults.text("category", category, 40);
        boolean dispute = what.filter(IncidentKind.DISPUTE::equals).isPresent();
        if (dispute && given.isPresent() && DisputeCategory.parse(given.get()).isEmpty()) {
            faults.add("category", UNKNOWN_CATEGORY.with(given.get()));
        }
        return given.orElse(null);
    }

    private @Nullable IncidentScale checkScale(Faults faults) {
        if (scale == null || scale.isBlank()) {
            return null;
        }
        Optional<IncidentScale> size = IncidentScale.parse(scale);
        if (size.isEmpty()) {
            faults.add(
                    "scale", new Text("未知规模 {0},可用:01, 02, 03。", "unknown scale {0}, allowed: 01, 02, 03").with(scale));
        }
        return size.orElse(null);
    }

    private NewIncident.@Nullable Reporter checkReporter(Faults faults) {
        if (reporter == null) {
            return null;
        }
        Optional<String> name = faults.text("reporter.name", reporter.name(), 100);
        Optional<String> phone = phone("reporter.phone", reporter.phone(), faults);
        Optional<String> home = faults.text("reporter.address", reporter.address(), 300);
        return new NewIncident.Reporter(name.orElse(null), phone.orElse(null), home.orElse(null));
    }

    static Optional<String> phone(String field, @Nullable String given, Faults faults) {
        Optional<String> phone = faults.text(field, given, 40);
        if (phone.filter(number -> !number.matches("[+]?[0-9][0-9 -]{4,19}")).isPresent()) {
            faults.add(field, PHONE);
        }
        return phone;
    }

    private static NewIncident.Where flagged(
            NewIncident.Where where, Instant when, IncidentSettings settings, Instant now) {
        if (!when.isBefore(now.minus(Duration.ofDays(settings.oldAfterDays())))) {
            return where;
        }
        Set<String> flags = new TreeSet<>(where.flags());
        flags.add(LATE);
        return where.withFlags(flags);
    }
}
