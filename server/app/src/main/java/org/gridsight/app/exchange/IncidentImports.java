package org.gridsight.app.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentArchive;
import org.gridsight.app.incidents.NewIncident;
import org.gridsight.app.incidents.PlausibleTime;
import org.gridsight.app.incidents.Siting;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.format.CsvRow;
import org.gridsight.gisdata.format.CsvRows;
import org.gridsight.gisdata.format.FileRefused;
import org.gridsight.gisdata.format.ReadLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Takes incidents from a CSV file, a few thousand rows to a transaction. Under an {@code Idempotency-Key} each of these
 * transactions has a key of its own, so an import that was cut off is resumed by sending it again: what is in stays in once.
 */
@Service
class IncidentImports {

    private static final int CHUNK = 2_000;
    private static final Duration PROGRESS_KEPT = Duration.ofMinutes(10);
    private static final int PROGRESS_AT_MOST = 1_000;

    private final IncidentArchive archive;
    private final Grids grids;
    private final IncidentRow.Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;
    private final ZoneId zone;
    private final Cache<String, Progress> progress = Caffeine.newBuilder()
            .expireAfterWrite(PROGRESS_KEPT)
            .maximumSize(PROGRESS_AT_MOST)
            .build();

    IncidentImports(
            IncidentArchive archive,
            Grids grids,
            Siting siting,
            PlausibleTime times,
            Idempotency idempotency,
            Clock clock,
            @Value("${gridsight.incidents.zone}") ZoneId zone) {
        this.archive = archive;
        this.grids = grids;
        this.rules = new IncidentRow.Rules(siting, times);
        this.idempotency = idempotency;
        this.clock = clock;
        this.zone = zone;
    }

    /** A row that is not in, counted from 1 without the header, and why. */
    record RejectedRow(long row, String reason) {}

    /** Every row of the file is in exactly one of the two. */
    record Result(long accepted, List<RejectedRow> rejected) {}

    /** Where a running import is; {@code share} is of the file read, 0 to 1. */
    record Progress(String importId, long accepted, long rejected, double share, boolean done) {}

    /** Whose import, under which key, and the language of the reasons. */
    record Order(CurrentUser user, @Nullable String key, Optional<String> importId, Locale locale) {}

    /** Of the person's own imports; the ids of others say nothing. */
    Optional<Progress> find(String importId, CurrentUser user) {
        return Optional.ofNullable(progress.getIfPresent(own(importId, user)));
    }

    private static String own(String importId, CurrentUser user) {
        return user.username() + '/' + importId;
    }

    Result run(Path file, String fileName, IncidentMapping.Request mapping, Order order) {
        if (!grids.isSetUp()) {
            throw new Rejected(ImportReason.NOT_SET_UP);
        }
        try (CsvRows rows = CsvRows.open(file, fileName, ReadLimits.defaults(), Optional.empty())) {
            IncidentMapping checked = mapping.checked(rows.columns(), zone);
            Scope scope = order.user().scope();
            IncidentRow reader = new IncidentRow(checked, this.rules, scope, clock.instant());
            return new Run(rows, reader, order).all();
        } catch (FileRefused refused) {
            throw new Rejected(ImportReason.FILE, String.valueOf(refused.getMessage())).with("where", refused.where());
        }
    }

    /** One pass over one file. Used by one thread. */
    private final class Run {

        private final CsvRows rows;
        private final IncidentRow reader;
        private final Order order;
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long accepted;
        private long last;
        private int chunks;

        Run(CsvRows rows, IncidentRow reader, Order order) {
            this.rows = rows;
            this.reader = reader;
            this.order = order;
        }

        /** However it ends, whoever asks for the progress hears that it has ended. */
        Result all() {
            try {
                tell(false);
                readAll();
                return new Result(accepted, List.copyOf(rejected));
            } finally {
                tell(true);
            }
        }

        private void readAll() {
            List<NewIncident> chunk = new ArrayList<>(CHUNK);
            Iterator<CsvRow> each = rows.iterator();
            while (hasNext(each)) {
                CsvRow row = each.next();
                last = row.number();
                Faults faults = new Faults();
                reader.read(row, faults).ifPresentOrElse(chunk::add, () -> reject(row, faults));
                if (chunk.size() == CHUNK) {
                    store(chunk);
                    chunk.clear();
                }
            }
            store(chunk);
        }

        /** A file that breaks off after its first rows keeps them; the break is told as the row that could not be read. */
        private boolean hasNext(Iterator<CsvRow> each) {
            try {
                return each.hasNext();
            } catch (FileRefused broken) {
                if (last == 0) {
                    throw broken;
                }
                rejected.add(new RejectedRow(last + 1, String.valueOf(broken.getMessage())));
                return false;
            }
        }

        private void reject(CsvRow row, Faults faults) {
            rejected.add(new RejectedRow(row.number(), reader.sentence(faults.list(), order.locale())));
        }

        private void store(List<NewIncident> chunk) {
            if (chunk.isEmpty()) {
                return;
            }
            String key = order.key() == null ? null : order.key() + "#" + chunks;
            chunks++;
            idempotency.once(order.user(), key, List.copyOf(chunk), () -> {
                archive.reportAll(chunk, order.user());
                return ResponseEntity.ok(chunk.size());
            });
            accepted += chunk.size();
            tell(false);
        }

        private void tell(boolean done) {
            order.importId()
                    .ifPresent(id -> progress.put(
                            own(id, order.user()),
                            new Progress(id, accepted, rejected.size(), done ? 1 : rows.progress(), done)));
        }
    }
}
