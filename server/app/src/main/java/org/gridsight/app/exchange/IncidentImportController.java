package org.gridsight.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Incidents from files. */
@RestController
@RequestMapping("/api/incidents/import")
class IncidentImportController {

    private final IncidentImports imports;
    private final JsonMapper json;

    IncidentImportController(IncidentImports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    /** {@code importId} is chosen by the caller, who may then ask for the progress under it. */
    record Upload(
            @Nullable MultipartFile file,
            @Nullable String mapping,
            @Nullable String importId) {}

    @PostMapping
    IncidentImports.Result run(
            Upload upload,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            Locale locale)
            throws IOException {
        Faults faults = new Faults();
        MultipartFile file = upload.file();
        boolean missing = file == null || file.isEmpty();
        if (missing) {
            faults.add("file", ImportReason.NO_FILE.text());
        }
        Optional<IncidentMapping.Request> mapping = IncidentMapping.parse(upload.mapping(), json, faults);
        if (file == null || missing) {
            throw new Rejected(ImportReason.NO_FILE, faults.list());
        }
        faults.throwIfAny();
        Path copy = Files.createTempFile("incidents", ".csv");
        try {
            file.transferTo(copy);
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("file.csv");
            return imports.run(
                    copy,
                    name,
                    mapping.orElseThrow(),
                    new IncidentImports.Order(user, key, Optional.ofNullable(upload.importId()), locale));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Without content while nothing is known under this id: the file may still be on its way here. */
    @GetMapping("/{importId}")
    ResponseEntity<IncidentImports.Progress> progress(@PathVariable String importId, CurrentUser user) {
        return imports.find(importId, user)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
