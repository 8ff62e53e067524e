package org.gridsight.app.dispatch.looks;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.dispatch.Workforce;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at the place of the worker who asks. */
@RestController
class LooksController {

    private final Looks looks;
    private final Workforce workforce;

    LooksController(Looks looks, Workforce workforce) {
        this.looks = looks;
        this.workforce = workforce;
    }

    /** The last 30 days, newest first, at most 100. */
    record Told(List<Looks.Look> items) {}

    @GetMapping("/api/workers/me/looks")
    Told mine(CurrentUser user) {
        return new Told(looks.at(workforce.gridOf(user), user.username()));
    }
}
