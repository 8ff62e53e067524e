package org.gridsight.app.grids;

import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Answers that a browser may keep and ask again about: 304 while the map has the version it has. */
final class Answers {

    private Answers() {}

    /** @param marks what else the answer depends on, such as the scope */
    static <T> ResponseEntity<T> unlessSeen(WebRequest request, Place place, String marks, Supplier<T> body) {
        String tag = "\"" + place.version() + "-" + place.updatedAt().toEpochMilli() + "-" + marks.hashCode() + "\"";
        CacheControl keep = CacheControl.noCache().cachePrivate();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(keep)
                    .build();
        }
        return ResponseEntity.ok().eTag(tag).cacheControl(keep).body(body.get());
    }
}
