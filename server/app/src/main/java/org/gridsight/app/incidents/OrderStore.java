package org.gridsight.app.incidents;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridsight.app.kernel.Rejected;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.stereotype.Component;

/**
 * Writes orders. The database has the last word on two things: one worker has one order under way, and of two officers
 * who send one worker at the same moment one is let through.
 */
@Component
class OrderStore {

    private static final String ONE_UNDER_WAY = "assignment_one_under_way";
    private static final String ONE_TURN = "assignment_one_turn";

    private final EntityManager entities;

    OrderStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * New orders, in the order of workers, so that two officers never wait for one another.
     *
     * @param turns of the workers, as {@link TakenCheck} read them
     */
    void add(List<Assignment> orders, Map<String, Long> turns) {
        orders.stream()
                .sorted(Comparator.comparing(order -> Objects.requireNonNullElse(order.workerId(), "")))
                .forEach(order -> {
                    Optional.ofNullable(order.workerId()).map(turns::get).ifPresent(order::takeTurn);
                    entities.persist(order);
                    flush();
                });
    }

    void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException broken) {
            String name = String.valueOf(broken.getConstraintName()).toLowerCase(Locale.ROOT);
            if (name.contains(ONE_UNDER_WAY)) {
                throw new Rejected(IncidentReason.WORKER_BUSY);
            }
            if (name.contains(ONE_TURN)) {
                throw new LostRace(broken);
            }
            throw broken;
        }
    }
}
