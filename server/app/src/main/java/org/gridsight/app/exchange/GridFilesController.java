package org.gridsight.app.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.grids.NewGrid;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A new map of grids: from a file, or made by the product. */
@RestController
@RequestMapping("/api/grids")
class GridFilesController {

    /** The form beside a file of grids. */
    record GridForm(
            @Nullable MultipartFile file,
            @Nullable String crs,
            @Nullable String charset,
            @Nullable String dryRun,
            @Nullable String partial,
            @Nullable String validFrom) {}

    private final GridImport imports;
    private final Idempotency idempotency;

    GridFilesController(GridImport imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    @PostMapping("/import")
    ResponseEntity<?> load(
            @ModelAttribute GridForm form,
            @ModelAttribute GridColumns.Given columns,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            Locale locale) {
        Faults faults = new Faults();
        imports.requirePlace();
        SentFile file = SentFile.read(form.file(), new SentFile.Hints(form.crs(), form.charset()), faults);
        GridImport.Prepared prepared = imports.prepare(file, columns, faults);
        ImportReport report = prepared.report(locale, FormFlag.parse("dryRun", form.dryRun()));
        if (report.dryRun()) {
            return ResponseEntity.ok(report);
        }
        if (prepared.grids().isEmpty() || (prepared.isFaulty() && !FormFlag.parse("partial", form.partial()))) {
            throw new Rejected(ExchangeReason.ROWS_REJECTED, report.rejected().size(), report.accepted())
                    .with("accepted", 0)
                    .with("topology", report.topology())
                    .with("rejected", report.rejected())
                    .with("notes", report.notes());
        }
        Map<String, String> request = new TreeMap<>(Map.of("file", file.digest(), "columns", columns.toString()));
        request.put("validFrom", String.valueOf(form.validFrom()));
        return idempotency.once(user, key, request, () -> {
            imports.store(prepared.grids(), form.validFrom(), user.username());
            return ResponseEntity.ok(report);
        });
    }

    @PostMapping("/generation")
    ResponseEntity<?> generate(
            @RequestBody GenerationRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        Faults faults = new Faults();
        GenerationRequest.Wish wish = request.check(faults);
        faults.throwIfAny();
        if (request.isDryRun()) {
            return ResponseEntity.ok(GridImport.Made.of(imports.generate(wish), true));
        }
        return idempotency.once(user, key, request, () -> {
            List<NewGrid> made = imports.generate(wish);
            imports.store(made, request.validFrom(), user.username());
            return ResponseEntity.ok(GridImport.Made.of(made, false));
        });
    }
}
