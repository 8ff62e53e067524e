package org.gridsight.app.audit;

import java.time.Instant;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the trail.
 *
 * @param after where the page before ended
 */
record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> actor,
        Optional<String> subject,
        Optional<Place> after,
        int limit) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    /** One record's place in the order of the list. */
    record Place(Instant at, int chain, long height) {

        static Place of(AuditRecord record) {
            return new Place(record.at(), record.chain(), record.height());
        }

        String cursor() {
            return at.toEpochMilli() + "-" + chain + "-" + height;
        }
    }

    /** The call's parameters as they came. */
    record Words(
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String cursor,
            @Nullable String limit) {}

    static AuditQuery parse(Words words) {
        Faults faults = new Faults();
        AuditQuery query = new AuditQuery(
                faults.instant("from", words.from()),
                faults.instant("to", words.to()),
                faults.text("actor", words.actor(), 100),
                faults.text("subject", words.subject(), 200),
                cursor(words.cursor(), faults),
                limit(words.limit(), faults));
        faults.throwIfAny();
        return query;
    }

    private static Optional<Place> cursor(@Nullable String cursor, Faults faults) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        if (!cursor.matches("\\d{1,15}-\\d{1,4}-\\d{1,18}")) {
            faults.add("cursor", new Text("请原样使用上一页的 next。", "must be the next of the page before"));
            return Optional.empty();
        }
        String[] parts = cursor.split("-", -1);
        return Optional.of(new Place(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
    }

    private static int limit(@Nullable String limit, Faults faults) {
        if (limit == null || limit.isBlank()) {
            return USUAL;
        }
        if (!limit.matches("[1-9]\\d{0,8}")) {
            faults.add("limit", new Text("须为正整数。", "must be a whole number above 0"));
            return USUAL;
        }
        return Math.min(MOST, Integer.parseInt(limit));
    }
}
