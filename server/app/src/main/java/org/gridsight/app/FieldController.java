package org.gridsight.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The service worker of the worker page, with the list of what it keeps; and what the customer has set for the page. */
@RestController
class FieldController {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final String WORKER = "/src/field/serviceWorker.js";

    /** The customer's map, for the way to a place; absent without a setting. */
    record MapLink(String url, String crs) {}

    /** What the page asks once. */
    record PageSettings(@Nullable MapLink mapLink) {}

    private final FieldShell shell;
    private final FieldSettings settings;
    private final JsonMapper json;

    FieldController(FieldShell shell, FieldSettings settings, JsonMapper json) {
        this.shell = shell;
        this.settings = settings;
        this.json = json;
    }

    /** Lies at the root so that it may look after {@code /field}; another version is another script. */
    @GetMapping("/field-worker.js")
    ResponseEntity<String> worker() throws IOException {
        String code = new String(shell.bytesOf(WORKER), StandardCharsets.UTF_8);
        String list = "self.SHELL = " + json.writeValueAsString(shell.shell()) + ";\n";
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(list + code);
    }

    @GetMapping("/api/field/settings")
    PageSettings settings() {
        return new PageSettings(
                settings.mapLink().isBlank() ? null : new MapLink(settings.mapLink(), settings.mapLinkCrs()));
    }
}
