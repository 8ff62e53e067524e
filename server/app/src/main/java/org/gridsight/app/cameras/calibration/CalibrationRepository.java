package org.gridsight.app.cameras.calibration;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Calibrations by camera; that the camera lies in somebody's scope is asked of {@code Cameras} before. */
interface CalibrationRepository extends Repository<Calibration, String> {

    Calibration saveAndFlush(Calibration calibration);

    Optional<Calibration> findById(String cameraId);

    @Query("select c from Calibration c where c.pairs <> '[]' and c.cameraId in"
            + " (select k.cameraId from Camera k where k.gridCode like :scope) order by c.cameraId")
    List<Calibration> findAll(String scope);
}
