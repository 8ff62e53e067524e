package org.gridsight.app.incidents.photos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The photos of a case: their list, and each as a JPEG in one of two sizes. */
@RestController
@RequestMapping("/api/incidents/{key}/photos")
class PhotoController {

    private final Gallery gallery;

    PhotoController(Gallery gallery) {
        this.gallery = gallery;
    }

    @GetMapping
    Map<String, List<PhotoView>> list(@PathVariable String key, CurrentUser user) {
        return Map.of("items", gallery.list(key, user));
    }

    /** The smaller of the two sizes that is as wide as wished, else the larger. */
    @GetMapping("/{photoId}.jpg")
    ResponseEntity<Resource> picture(
            @PathVariable String key,
            @PathVariable String photoId,
            @RequestParam(required = false) @Nullable String width,
            CurrentUser user) {
        Faults faults = new Faults();
        Optional<Long> wish = Optional.ofNullable(width).flatMap(text -> Announcement.number("width", text, faults));
        faults.throwIfAny();
        boolean small = wish.filter(pixels -> pixels <= PhotoFolder.SMALL).isPresent();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(gallery.look(key, photoId, small, user)));
    }
}
