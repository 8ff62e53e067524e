package org.gridsight.app.dispatch;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gridsight.roads.RoadNetwork;
import org.gridsight.roads.Trip;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Travel times: by the road network once one is there, until then by a straight line with a stated factor. */
@Component
class Roads {

    private final DispatchSettings settings;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable RoadNetwork network;

    /** Grows with each network put in place; written under the lock. */
    private volatile long version;

    Roads(DispatchSettings settings) {
        this.settings = settings;
    }

    Journey journey(LngLat from, LngLat to) {
        lock.readLock().lock();
        try {
            RoadNetwork known = network;
            return known == null ? estimate(from, to) : byRoad(known.trip(from, to, settings.travelMode()));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The estimate alone, cheap enough for everybody on duty. */
    Journey estimate(LngLat from, LngLat to) {
        double metres = from.metresTo(to) * settings.detourFactor();
        return new Journey(
                OptionalLong.of(Math.round(metres / settings.metresPerSecond())), Journey.Basis.STRAIGHT_LINE);
    }

    /** Times taken under another version are no longer true. */
    long version() {
        return version;
    }

    private static Journey byRoad(Optional<Trip> trip) {
        return trip.map(way -> new Journey(OptionalLong.of(Math.round(way.seconds())), Journey.Basis.BY_ROAD))
                .orElseGet(() -> new Journey(OptionalLong.empty(), Journey.Basis.NO_WAY));
    }

    /** Puts another network in place and closes the one before when nobody asks it any more. */
    void replace(@Nullable RoadNetwork next) {
        RoadNetwork before;
        lock.writeLock().lock();
        try {
            before = network;
            network = next;
            version = version + 1;
        } finally {
            lock.writeLock().unlock();
        }
        if (before != null) {
            before.close();
        }
    }
}
