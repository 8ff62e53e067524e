package org.gridsight.app.cameras.filing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The filing register over HTTP. */
@RestController
class FilingController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Filings filings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    FilingController(Filings filings, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.filings = filings;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * The register, or the lines of one state.
     *
     * @param counts of all lines in the caller's scope, whatever state was asked for
     */
    record Register(List<FilingView> items, Map<FilingState, Integer> counts) {}

    @GetMapping("/api/cameras/filings")
    Register list(@RequestParam(required = false) @Nullable String state, CurrentUser user) {
        filings.notice();
        List<FilingView> items = filings.list(user.scope(), wanted(state));
        return new Register(items, filings.counts(user.scope()));
    }

    @PutMapping("/api/cameras/{id}/filing")
    FilingView file(@PathVariable String id, @RequestBody FilingRequest request, CurrentUser user) {
        filings.notice();
        return filings.file(id, request, user);
    }

    /** The same lines for a spreadsheet and for the police; who took it along is on record. */
    @GetMapping(path = "/api/cameras/filings/export", produces = "text/csv")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String state, CurrentUser user) {
        Optional<FilingState> wanted = wanted(state);
        filings.notice();
        List<FilingView> items = filings.list(user.scope(), wanted);
        Map<String, String> details = Map.of(
                "lines",
                Integer.toString(items.size()),
                "state",
                wanted.map(Enum::name).orElse(""));
        transaction.executeWithoutResult(status -> events.publishEvent(AuditEntry.of(
                user.username(), "filing.export", "filing/*", user.scope().prefix(), details)));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gridsight-camera-filings.csv\"")
                .body(FilingSheet.of(items).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FilingState> wanted(@Nullable String state) {
        Faults faults = new Faults();
        Optional<FilingState> wanted = faults.oneOf("state", state, FilingState.class);
        faults.throwIfAny();
        return wanted;
    }
}
