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

    /**
     * @param turn of the whole board, growing with every change
     * @param former where it stood before, so that who saw it there sees it leave
     */
    private record Slot(
            long turn, String scopeCode, Optional<LngLat> place, Optional<LngLat> former, String status, long version) {

        /** One that stands nowhere is in no box, but in its area. */
        boolean isIn(Subscription viewer) {
            return place.map(at -> viewer.sees(scopeCode, at))
                    .orElseGet(() -> viewer.eyes().scope().covers(scopeCode));
        }

        boolean wasIn(Subscription viewer) {
            return former.filter(at -> viewer.sees(scopeCode, at)).isPresent();
        }

        /** Id, status, version, and the place of one that stands somewhere. */
        List<Object> item(String id) {
            return place.<List<Object>>map(at -> List.of(id, status, version, at.lng(), at.lat()))
                    .orElseGet(() -> List.of(id, status, version));
        }
    }

    /** What a viewer has not seen yet. */
    record News(long turn, List<List<Object>> items) {}

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    @EventListener
    void on(LatestChange change) {
        if (change.stream().equals(STREAM)) {
            slots.compute(change.id(), (id, old) -> {
                Optional<LngLat> former = old == null ? Optional.empty() : old.place();
                return new Slot(
                        turns.incrementAndGet(),
                        change.scopeCode(),
                        change.place(),
                        former.filter(at -> !change.place().equals(Optional.of(at))),
                        change.value(),
                        change.version());
            });
        }
    }

    News since(long seen, Subscription viewer) {
        long turn = turns.get();
        if (turn == seen) {
            return new News(turn, List.of());
        }
        List<List<Object>> items = new ArrayList<>();
        slots.forEach((id, slot) -> {
            if (slot.turn() > seen && (slot.isIn(viewer) || seen > 0 && slot.wasIn(viewer))) {
                items.add(slot.item(id));
            }
        });
        return new News(turn, items);
    }
}
