package org.gridsight.app.cameras.devices;

import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The GB/T 28181 devices over HTTP. */
@RestController
@RequestMapping("/api/cameras/devices")
class DeviceController {

    private final DeviceDesk desk;

    DeviceController(DeviceDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    DeviceView.Answer list(CurrentUser user) {
        return desk.list(user);
    }

    /** A password goes in and never comes out. */
    @PutMapping("/{deviceId}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String deviceId, @RequestBody DevicePasswordRequest request, CurrentUser user) {
        Optional<String> password = request.check(deviceId);
        desk.setPassword(deviceId, password, user);
    }
}
