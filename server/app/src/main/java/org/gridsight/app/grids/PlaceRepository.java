package org.gridsight.app.grids;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The one row of the place. */
interface PlaceRepository extends JpaRepository<PlaceRow, Integer> {

    /** Holds the row until the end of the transaction: the order of all changes of the map. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PlaceRow p where p.id = 1")
    Optional<PlaceRow> lock();
}
