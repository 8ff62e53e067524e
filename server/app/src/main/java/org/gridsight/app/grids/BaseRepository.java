package org.gridsight.app.grids;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The features of the base map; everybody signed in may see them, so there is no scope. */
interface BaseRepository extends ListCrudRepository<BaseRow, UUID> {

    @Query("select b from BaseRow b order by b.layer, b.position")
    List<BaseRow> listAll();

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from BaseRow b where b.layer = :layer")
    void clear(String layer);
}
