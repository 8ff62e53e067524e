package org.gridsight.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridsight.app.kernel.LatestChange;
import org.gridsight.spatial.LngLat;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The latest status of every camera, one slot each. A viewer who has just subscribed is told all that is known in the box,
 * later ones what has changed; nothing is queued. Lives in memory: the room tells all again after a start.
 */
@Component
class StatusBoard {

    static final String STREAM = "cameras";

    /** @param turn of the whole board, growing with every change */
    private record Slot(long turn, String scopeCode, Optional<LngLat> place, String status) {}

    /** What a viewer has not seen yet: id and status. */
    record News(long turn, List<List<String>> items) {}

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    @EventListener
    void on(LatestChange change) {
        if (change.stream().equals(STREAM)) {
            slots.put(
                    change.id(), new Slot(turns.incrementAndGet(), change.scopeCode(), change.place(), change.value()));
        }
    }

    News since(long seen, Subscription viewer) {
        long turn = turns.get();
        if (turn == seen) {
            return new News(turn, List.of());
        }
        List<List<String>> items = new ArrayList<>();
        slots.forEach((id, slot) -> {
            // one that stands nowhere is in no box, but in its area
            boolean inSight = slot.place()
                    .map(place -> viewer.sees(slot.scopeCode(), place))
                    .orElseGet(() -> viewer.eyes().scope().covers(slot.scopeCode()));
            if (slot.turn() > seen && inSight) {
                items.add(List.of(id, slot.status()));
            }
        });
        return new News(turn, items);
    }
}
