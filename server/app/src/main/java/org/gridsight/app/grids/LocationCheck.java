package org.gridsight.app.grids;

import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;

/**
 * The verdict on a given place: either the grid that takes it, perhaps with flags to be stored beside it, or flags and a
 * sentence that says why it is refused and what to do.
 *
 * @param message always there when refused; a remark when accepted with a doubt
 */
public record LocationCheck(Optional<GridAt> grid, Set<LocationFlag> flags, Optional<Text> message) {

    public LocationCheck {
        flags = Set.copyOf(flags);
    }

    static LocationCheck accepted(GridAt grid, Optional<Text> remark) {
        return new LocationCheck(Optional.of(grid), grid.flags(), remark);
    }

    static LocationCheck refused(Set<LocationFlag> flags, Text why) {
        return new LocationCheck(Optional.empty(), flags, Optional.of(why));
    }

    public boolean isAccepted() {
        return grid.isPresent();
    }

    /** Adds the refusal, if it is one, to the faults of a request. */
    public void reportTo(Faults faults, String field) {
        if (!isAccepted()) {
            message.ifPresent(text -> faults.add(field, text));
        }
    }
}
