package org.gridsight.app.cameras;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Cameras; every query takes a scope pattern. */
interface CameraRepository extends Repository<Camera, String> {

    Camera save(Camera camera);

    Camera saveAndFlush(Camera camera);

    /** Whether the id is taken, anywhere. */
    boolean existsById(String cameraId);

    @Query("select c from Camera c where c.gridCode like :scope order by c.cameraId")
    List<Camera> findAll(String scope);

    @Query("select c from Camera c where c.cameraId in :cameraIds and c.gridCode like :scope order by c.cameraId")
    List<Camera> findAll(Collection<String> cameraIds, String scope);

    @Query("select c from Camera c where c.cameraId = :cameraId and c.gridCode like :scope")
    Optional<Camera> find(String cameraId, String scope);
}
