package org.gridsight.app.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.live.StreamTables.Stamped;
import org.gridsight.app.live.StreamTables.Waiting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives committed changes their numbers. The head row is held meanwhile, so that over all nodes one numbers at a time
 * and a reader who sees offset n sees every offset before it. A bare sequence would not do: it is not commit-ordered.
 */
@Service
class Stamping {

    static final int PORTION = 1_000;

    private final StreamTables tables;
    private final Clock clock;

    Stamping(StreamTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Begins an epoch when there is none: the database is new, or was restored and must not continue. */
    @Transactional
    public void beginIfNew() {
        if (tables.state().isEmpty()) {
            tables.clear();
            tables.begin(new Position(UUID.randomUUID().toString(), 0));
        }
    }

    /** Numbers one portion and gives it; a full one says that there may be more. */
    @Transactional
    public List<Stamped> stamp() {
        long offset = tables.lockHead().offset();
        List<Waiting> waiting = tables.waiting(PORTION);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Places places = new Places(waiting);
        List<Stamped> entries = new ArrayList<>(waiting.size());
        for (Waiting next : waiting) {
            offset++;
            entries.add(new Stamped(offset, next.change(), places.move(next.change())));
        }
        tables.insert(entries, clock.instant());
        tables.removeWaiting(waiting);
        places.save();
        tables.moveHead(offset);
        return entries;
    }

    /** Where things were and where they are after this portion. */
    private final class Places {

        private final Map<String, Extent> known;
        private final Set<String> stored;
        private final Map<String, Change> moved = new LinkedHashMap<>();

        Places(List<Waiting> waiting) {
            Set<String> subjects = new HashSet<>();
            waiting.forEach(w -> subjects.add(w.change().subject()));
            known = new HashMap<>(tables.places(subjects));
            stored = Set.copyOf(known.keySet());
        }

        /** Takes the change in and gives the place before it. */
        Optional<Extent> move(Change change) {
            Optional<Extent> before = Optional.ofNullable(known.get(change.key()));
            if (change.feature().isEmpty()) {
                known.remove(change.key());
                moved.put(change.key(), change);
            } else if (!before.equals(Optional.of(change.now()))) {
                known.put(change.key(), change.now());
                moved.put(change.key(), change);
            }
            // what the room says about the area counts more than our memory
            return change.formerScope()
                    .map(scope -> new Extent(
                            scope, before.map(Extent::workers).orElse(List.of()), before.flatMap(Extent::box)))
                    .or(() -> before);
        }

        void save() {
            List<Change> all = List.copyOf(moved.values());
            tables.removePlaces(
                    all.stream().filter(c -> stored.contains(c.key())).toList());
            tables.insertPlaces(
                    all.stream().filter(c -> c.feature().isPresent()).toList());
        }
    }
}
