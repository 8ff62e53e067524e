package org.gridsight.app.live;

import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.Scope;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;

/** What one viewer may and wants to see. Immutable; a new viewport makes a new one. */
record Subscription(Set<LiveStream> streams, boolean positions, boolean cameras, Optional<Box> box, Eyes eyes) {

    /**
     * Whose sight it is.
     *
     * @param workerId the viewer's own, where the viewer is a grid worker: what the viewer is sent to is seen too
     * @param wall never shows what could name a person
     * @param places whether where workers are is shown at all
     */
    record Eyes(Scope scope, Optional<String> workerId, boolean wall, boolean places) {

        static Eyes of(CurrentUser user) {
            return new Eyes(user.scope(), user.workerId(), user.isScreen(), user.seesWherePeopleAre());
        }
    }

    /** What an entry means for this viewer. */
    enum Sight {
        NOTHING,
        SEEN,
        GONE
    }

    Subscription {
        streams = Set.copyOf(streams);
    }

    Subscription within(Optional<Box> viewport) {
        return new Subscription(streams, positions, cameras, viewport, eyes);
    }

    Sight sight(LogEntry entry) {
        Change change = entry.change();
        if (!streams.contains(change.stream())) {
            return Sight.NOTHING;
        }
        boolean gone = change.feature().isEmpty();
        if (!gone && sees(change.now())) {
            return Sight.SEEN;
        }
        // a thing that goes without a known former place is taken off every map of its area
        Optional<Extent> before = gone ? entry.former().or(() -> Optional.of(change.now())) : entry.former();
        return before.filter(this::sees).isPresent() ? Sight.GONE : Sight.NOTHING;
    }

    boolean sees(String scopeCode, LngLat place) {
        return eyes.scope().covers(scopeCode)
                && box.filter(b -> !b.contains(place)).isEmpty();
    }

    private boolean sees(Extent extent) {
        return extent.isFor(eyes.scope(), eyes.workerId())
                && (box.isEmpty()
                        || extent.box().filter(b -> !b.intersects(box.get())).isEmpty());
    }
}
