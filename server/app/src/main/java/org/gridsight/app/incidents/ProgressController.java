package org.gridsight.app.incidents;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.grids.Grids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One case, one code: what became of a report, for whoever holds its code, without signing in and without script. Shows
 * no names and no place nearer than the village.
 */
@RestController
class ProgressController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ProgressPages pages;
    private final Progress progress;
    private final Grids grids;

    ProgressController(ProgressPages pages, Progress progress, Grids grids) {
        this.pages = pages;
        this.progress = progress;
        this.grids = grids;
    }

    @GetMapping("/progress")
    ResponseEntity<String> ask(@RequestParam(required = false) @Nullable String code, Locale locale) {
        if (code == null || code.isBlank()) {
            return page(HttpStatus.OK, pages.ask(grids.place(), locale, false));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/progress/" + Progress.normal(code)))
                .build();
    }

    @GetMapping("/progress/{caseCode}")
    ResponseEntity<String> show(@PathVariable String caseCode, HttpServletRequest request, Locale locale) {
        Optional<Progress.Course> course = progress.find(caseCode, request.getRemoteAddr());
        return course.map(found -> page(HttpStatus.OK, pages.show(grids.place(), found, locale)))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, pages.ask(grids.place(), locale, true)));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }
}
