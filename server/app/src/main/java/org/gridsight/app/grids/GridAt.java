package org.gridsight.app.grids;

import java.util.Set;

/** The grid that answers for a place at a time, and what is odd about the place. */
public record GridAt(String code, String name, String villageCode, String villageName, Set<LocationFlag> flags) {

    public GridAt {
        flags = Set.copyOf(flags);
    }
}
