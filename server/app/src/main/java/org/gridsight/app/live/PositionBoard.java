package org.gridsight.app.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The latest place of every mover, one slot each. A viewer asks what has moved since it last asked, so a slow one
 * simply skips places; nothing is queued. Lives in memory: after a restart it fills again within one report interval.
 */
@Component
class PositionBoard {

    static final String STREAM = "positions";

    /**
     * @param turn of the whole board, growing with every report
     * @param left the area the mover belonged to before, where it is no longer shown; empty if there was none
     * @param leftTurn when it left
     */
    private record Slot(long turn, String scopeCode, Optional<LngLat> place, Instant at, String left, long leftTurn) {

        Slot next(long turn, LatestChange change) {
            boolean same = scopeCode.equals(change.scopeCode());
            return new Slot(
                    turn,
                    change.scopeCode(),
                    change.place(),
                    change.at(),
                    same ? left : scopeCode,
                    same ? leftTurn : turn);
        }

        boolean hasLeft(Subscription viewer, long seen) {
            return leftTurn > seen
                    && !left.isEmpty()
                    && viewer.eyes().scope().covers(left)
                    && !viewer.eyes().scope().covers(scopeCode);
        }
    }

    /** What a viewer has not seen yet. {@code gone}: no longer to be shown, such as off duty. */
    record News(long turn, List<Object[]> items, List<String> gone) {

        boolean isEmpty() {
            return items.isEmpty() && gone.isEmpty();
        }
    }

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();
    private final LiveSettings settings;
    private final Clock clock;

    PositionBoard(LiveSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(LatestChange change) {
        if (change.stream().equals(STREAM)) {
            slots.compute(change.id(), (id, old) -> {
                boolean stale = old != null && old.at().isAfter(change.at());
                return stale ? old : next(old, change);
            });
        }
    }

    private Slot next(@Nullable Slot old, LatestChange change) {
        long turn = turns.incrementAndGet();
        return old == null
                ? new Slot(turn, change.scopeCode(), change.place(), change.at(), "", 0)
                : old.next(turn, change);
    }

    long turn() {
        return turns.get();
    }

    /** Items as on the wire: {@code [id, lon, lat, age in seconds]}. */
    News since(long seen, Subscription viewer) {
        long turn = turns.get();
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.positionMaxAge());
        List<Object[]> items = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        if (!viewer.eyes().places()) {
            return new News(turn, items, gone);
        }
        slots.forEach((id, slot) -> {
            if (slot.turn() <= seen || slot.at().isBefore(oldest)) {
                return;
            }
            if (seen > 0 && slot.hasLeft(viewer, seen)) {
                gone.add(id);
            } else if (slot.place().isEmpty()) {
                if (seen > 0 && viewer.eyes().scope().covers(slot.scopeCode())) {
                    gone.add(id);
                }
            } else if (viewer.sees(slot.scopeCode(), slot.place().get())) {
                items.add(item(id, slot.place().get(), Duration.between(slot.at(), now)));
            }
        });
        return new News(turn, items, gone);
    }

    private static Object[] item(String id, LngLat place, Duration age) {
        return new Object[] {id, round(place.lng()), round(place.lat()), Math.max(0, age.toSeconds())};
    }

    /** Six decimals are a decimetre. */
    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
