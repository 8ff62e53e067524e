package org.gridsight.app.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The view register for those who watch the watchers. Whoever reads it leaves a record too. */
@RestController
class ViewRegisterController {

    private static final String MOST = "500";
    private static final String TITLE =
            "id,grantedAt,who,person,unit,purpose,why,incidentId,cameraId,cameraName,what,watched,since,until";

    private final ViewRegister register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ViewRegisterController(ViewRegister register, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.register = register;
        this.transaction = transaction;
        this.events = events;
    }

    record Page(List<ViewRegister.Line> items, Optional<String> next) {}

    @GetMapping("/api/view-register")
    Page list(AuditQuery.Words words, RegisterFilter.Named narrow, CurrentUser user) {
        return page(words, narrow.parse(), user, "view-register.read");
    }

    private Page page(AuditQuery.Words words, RegisterFilter filter, CurrentUser user, String action) {
        AuditQuery query = AuditQuery.parse(words);
        ViewRegister.Found found = transaction.execute(status -> {
            Map<String, String> asked = new TreeMap<>(filter.asked());
            Optional.ofNullable(words.from()).ifPresent(from -> asked.put("from", from));
            Optional.ofNullable(words.to()).ifPresent(to -> asked.put("to", to));
            events.publishEvent(AuditEntry.of(user.username(), action, "view-register/*", "", asked));
            return register.list(query, filter, user.scope());
        });
        int shown = Math.min(found.lines().size(), query.limit());
        Optional<String> next = found.lines().size() > shown
                ? Optional.of(AuditQuery.Place.of(found.grants().get(shown - 1)).cursor())
                : Optional.empty();
        return new Page(found.lines().subList(0, shown), next);
    }

    /** All lines of a span of time as CSV for a spreadsheet. */
    @GetMapping(path = "/api/view-register/export", produces = "text/csv")
    void export(AuditQuery.Words words, RegisterFilter.Named narrow, CurrentUser user, HttpServletResponse response)
            throws IOException {
        RegisterFilter filter = narrow.parse();
        Page page = page(from(words, null), filter, user, "view-register.export");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"gridsight-view-register.csv\"");
        OutputStream out = response.getOutputStream();
        // the mark by which spreadsheets know UTF-8
        out.write(("\uFEFF" + TITLE + "\r\n").getBytes(StandardCharsets.UTF_8));
        while (true) {
            for (ViewRegister.Line line : page.items()) {
                out.write(csv(line).getBytes(StandardCharsets.UTF_8));
            }
            if (page.next().isEmpty()) {
                return;
            }
            page = page(from(words, page.next().get()), filter, user, "view-register.export");
        }
    }

    private static AuditQuery.Words from(AuditQuery.Words words, @Nullable String cursor) {
        return new AuditQuery.Words(words.from(), words.to(), words.actor(), null, cursor, MOST);
    }

    private static String csv(ViewRegister.Line line) {
        return Stream.of(
                                line.id(),
                                line.grantedAt(),
                                line.who(),
                                line.person(),
                                line.unit(),
                                line.purpose(),
                                line.why(),
                                line.incidentId().orElse(""),
                                line.cameraId(),
                                line.cameraName(),
                                what(line),
                                line.watched(),
                                line.since(),
                                line.until().map(Instant::toString).orElse(""))
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String what(ViewRegister.Line line) {
        return line.what().stream()
                .map(seen -> seen.of().isEmpty() ? seen.kind() : seen.kind() + ' ' + seen.of())
                .collect(Collectors.joining("; "));
    }

    /** Quoted; what a spreadsheet would take for a formula is made plain text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
