package org.gridsight.app.cameras.evidence;

import org.gridsight.app.access.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whether there is room for more clips. */
@RestController
class DiskController {

    private final DiskAlarm alarm;

    DiskController(DiskAlarm alarm) {
        this.alarm = alarm;
    }

    @GetMapping("/api/clips/disk")
    DiskAlarm.View disk(CurrentUser user) {
        return alarm.view(user);
    }
}
