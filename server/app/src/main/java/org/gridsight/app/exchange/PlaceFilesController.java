package org.gridsight.app.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Makes the place out of files: its outline, and the layers drawn below everything. */
@RestController
@RequestMapping("/api/place")
class PlaceFilesController {

    /** The form beside an outline. */
    record PlaceForm(
            @Nullable MultipartFile file,
            @Nullable String code,
            @Nullable String name,
            @Nullable String crs,
            @Nullable String charset,
            @Nullable String version) {}

    /** The form beside a layer. */
    record LayerForm(
            @Nullable MultipartFile file,
            @Nullable String crs,
            @Nullable String charset,
            @Nullable String nameColumn,
            @Nullable String classColumn) {}

    private final PlaceImport imports;
    private final Idempotency idempotency;

    PlaceFilesController(PlaceImport imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<?> define(
            @ModelAttribute PlaceForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            Locale locale) {
        Faults faults = new Faults();
        Optional<Long> seen = version(form.version(), faults);
        String code = faults.required("code", form.code()).orElse("").strip();
        String name = faults.required("name", form.name()).orElse("");
        SentFile file = SentFile.read(form.file(), new SentFile.Hints(form.crs(), form.charset()), faults);
        PlaceImport.Wish wish = new PlaceImport.Wish(code, name, Outlines.of(file.table()), seen);
        Map<String, String> request = Map.of(
                "code",
                code,
                "name",
                name,
                "crs",
                file.table().crs().name(),
                "version",
                String.valueOf(form.version()),
                "file",
                file.digest());
        return idempotency.once(user, key, request, () -> {
            imports.define(wish, user.username());
            return ResponseEntity.ok(Map.of(
                    "code",
                    code,
                    "name",
                    name,
                    "notes",
                    ImportReport.texts(file.notes(), locale),
                    "reading",
                    ImportReport.Reading.of(file.table())));
        });
    }

    private static Optional<Long> version(@Nullable String text, Faults faults) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            faults.add(
                    "version",
                    new org.gridsight.app.kernel.Text("须为整数,收到 {0}。", "must be a whole number, was {0}").with(text));
            return Optional.empty();
        }
    }

    @PostMapping("/layers/{layer}")
    ResponseEntity<?> layer(
            @PathVariable String layer,
            @ModelAttribute LayerForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user,
            Locale locale) {
        BaseLayer wanted =
                BaseLayer.parse(layer).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, "layer " + layer));
        Faults faults = new Faults();
        SentFile file = SentFile.read(form.file(), new SentFile.Hints(form.crs(), form.charset()), faults);
        LayerRows rows = LayerRows.of(wanted, file.table(), form, faults);
        faults.throwIfAny();
        Map<String, Object> request = Map.of("layer", layer, "columns", rows.columns(), "file", file.digest());
        return idempotency.once(user, key, request, () -> {
            imports.putLayer(wanted, rows.features(), user.username());
            return ResponseEntity.ok(new ImportReport(
                    rows.features().size(),
                    false,
                    ImportReport.Topology.none(),
                    ImportReport.rows(rows.refused(), locale),
                    ImportReport.texts(file.notes(), locale),
                    ImportReport.Reading.of(file.table()),
                    rows.columns()));
        });
    }
}
