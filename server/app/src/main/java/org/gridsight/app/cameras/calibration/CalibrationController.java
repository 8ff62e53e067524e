package org.gridsight.app.cameras.calibration;

import java.util.List;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calibrations of cameras over HTTP. */
@RestController
class CalibrationController {

    private final Calibrations calibrations;

    CalibrationController(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    /** A list in the shape of all lists. */
    record Items(List<Calibrations.Listed> items) {}

    @GetMapping("/api/cameras/calibrations")
    Items list(CurrentUser user) {
        return new Items(calibrations.list(user.scope()));
    }

    @GetMapping("/api/cameras/{id}/calibration")
    CalibrationAnswer get(@PathVariable String id, CurrentUser user) {
        return calibrations.get(id, user.scope());
    }

    @PutMapping("/api/cameras/{id}/calibration")
    CalibrationAnswer put(@PathVariable String id, @RequestBody CalibrationRequest request, CurrentUser user) {
        try {
            return calibrations.put(id, request, user);
        } catch (DataIntegrityViolationException twoFirstOnes) {
            throw new Rejected(CalibrationReason.STALE_VERSION).with("current", calibrations.get(id, user.scope()));
        }
    }

    @DeleteMapping("/api/cameras/{id}/calibration")
    ResponseEntity<Void> withdraw(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long version, CurrentUser user) {
        calibrations.withdraw(id, version, user);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/cameras/{id}/calibration/trial")
    Calibrations.Trial attempt(@PathVariable String id, @RequestBody CalibrationRequest request, CurrentUser user) {
        return calibrations.attempt(id, request, user.scope());
    }

    @PostMapping("/api/cameras/{id}/calibration/locate")
    Sighting locate(@PathVariable String id, @RequestBody SpotRequest request, CurrentUser user) {
        return calibrations.locate(id, request, user.scope());
    }
}
