package org.gridsight.app.cameras.cascade;

import java.util.Locale;
import org.gridsight.app.access.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The upper platforms and their lists over HTTP; a password goes in and never comes out. */
@RestController
@RequestMapping("/api/cascades")
class CascadeController {

    private final CascadeDesk desk;

    CascadeController(CascadeDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    UpperView.Answer list(CurrentUser user, Locale locale) {
        return desk.list(user, locale);
    }

    @PutMapping("/{id}")
    UpperView put(@PathVariable String id, @RequestBody UpperRequest request, CurrentUser user, Locale locale) {
        return desk.put(id, request, user, locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, CurrentUser user) {
        desk.remove(id, user);
    }

    @GetMapping("/{id}/cameras")
    ShareView shared(@PathVariable String id, CurrentUser user) {
        return desk.shared(id, user);
    }

    @PutMapping("/{id}/cameras")
    ShareView share(@PathVariable String id, @RequestBody ShareRequest request, CurrentUser user, Locale locale) {
        return desk.share(id, request, user, locale);
    }
}
