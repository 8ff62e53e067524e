package org.gridsight.app.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail for the audit administrator. Whoever reads it leaves a record too. */
@RestController
class AuditController {

    private static final int PORTION = 1_000;

    private final AuditTables tables;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    AuditController(
            AuditTables tables,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** A record as the list shows it. */
    record Line(
            int chain,
            long height,
            Instant at,
            String actor,
            String action,
            String subject,
            String scopeCode,
            JsonNode details,
            String hash) {}

    record Page(List<Line> items, Optional<String> next) {}

    @GetMapping("/api/audit")
    Page list(AuditQuery.Words words, CurrentUser user) {
        AuditQuery query = AuditQuery.parse(words);
        List<AuditRecord> found = transaction.execute(status -> {
            List<AuditRecord> records = tables.list(query, user.scope(), RecordMatch.any());
            leaveRecord(user, "audit.read", asked(words));
            return records;
        });
        List<AuditRecord> shown = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<String> next = found.size() > shown.size()
                ? Optional.of(AuditQuery.Place.of(shown.get(shown.size() - 1)).cursor())
                : Optional.empty();
        return new Page(shown.stream().map(this::line).toList(), next);
    }

    /**
     * All chains as JSON lines, whole and in order, for {@code verify-audit FILE} on any machine. A chain cannot be cut
     * to an area, so only whoever may see all of it gets it.
     */
    @GetMapping(path = "/api/audit/export", produces = ExportFile.TYPE)
    void export(CurrentUser user, HttpServletResponse response) throws IOException {
        if (tables.hasOutside(user.scope())) {
            throw new Rejected(CommonReason.OUTSIDE_SCOPE, "audit");
        }
        transaction.executeWithoutResult(status -> leaveRecord(user, "audit.export", Map.of()));
        // what lies before a head never changes, so the pages need no common transaction
        List<ChainHead> heads = tables.heads();
        response.setContentType(ExportFile.TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"gridsight-audit.jsonl\"");
        OutputStream out = response.getOutputStream();
        writeLine(out, new ExportFile.Title(ExportFile.FORMAT, clock.instant(), heads));
        for (ChainHead head : heads) {
            long height = 0;
            for (List<AuditRecord> page = tables.page(head, height, PORTION);
                    !page.isEmpty();
                    page = tables.page(head, height, PORTION)) {
                for (AuditRecord record : page) {
                    writeLine(out, record);
                    height = record.height();
                }
            }
        }
    }

    private void writeLine(OutputStream out, Object line) throws IOException {
        out.write((json.writeValueAsString(line) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private void leaveRecord(CurrentUser user, String action, Map<String, String> details) {
        events.publishEvent(AuditEntry.of(user.username(), action, "audit/*", "", details));
    }

    private static Map<String, String> asked(AuditQuery.Words words) {
        Map<String, String> asked = new TreeMap<>();
        List<Map.Entry<String, Optional<String>>> given = new ArrayList<>();
        given.add(Map.entry("from", Optional.ofNullable(words.from())));
        given.add(Map.entry("to", Optional.ofNullable(words.to())));
        given.add(Map.entry("actor", Optional.ofNullable(words.actor())));
        given.add(Map.entry("subject", Optional.ofNullable(words.subject())));
        given.forEach(entry -> entry.getValue().ifPresent(value -> asked.put(entry.getKey(), value)));
        return asked;
    }

    private Line line(AuditRecord record) {
        return new Line(
                record.chain(),
                record.height(),
                record.at(),
                record.actor(),
                record.action(),
                record.subject(),
                record.scopeCode(),
                json.readTree(record.details()),
                record.hash());
    }
}
