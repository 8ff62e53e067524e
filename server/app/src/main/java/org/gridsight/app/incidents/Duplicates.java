package org.gridsight.app.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Box;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds reports that may tell of the same matter: same kind, near, close in time, alike in words. A hint for a person,
 * who alone merges; so each says why it is there.
 */
@Service
class Duplicates {

    static final double WITHIN_METRES = 100;
    static final Duration WITHIN = Duration.ofHours(72);
    private static final int MOST = 10;
    private static final int LOOKED_AT = 200;

    private final IncidentSearch search;

    Duplicates(IncidentSearch search) {
        this.search = search;
    }

    /** What is compared; {@code self} is left out of the answer. */
    record Question(
            IncidentKind kind,
            @Nullable String category,
            LngLat place,
            Instant occurredAt,
            String words,
            Optional<UUID> self) {

        static Question about(IncidentView incident) {
            String words = incident.title() + " " + Objects.requireNonNullElse(incident.description(), "");
            return new Question(
                    incident.kind(),
                    incident.category(),
                    incident.place(),
                    incident.occurredAt(),
                    words,
                    Optional.of(incident.id()));
        }

        static Question about(NewIncident report) {
            return new Question(
                    report.kind(),
                    report.category(),
                    report.where().place(),
                    report.occurredAt(),
                    report.title() + " " + report.description(),
                    Optional.empty());
        }
    }

    /** A likely duplicate; {@code similarity} is of the words, 0 to 1. */
    record Hint(IncidentView incident, long distanceMetres, long secondsApart, double similarity, Text why) {

        private static final Comparator<Hint> LIKELIEST_FIRST = Comparator.comparingDouble(Hint::score)
                .reversed()
                .thenComparingLong(hint -> hint.incident().seq());

        /** Words count most; nearness in place and time fade to nothing at their limits. */
        private double score() {
            double near = 1 - Math.min(1, distanceMetres / WITHIN_METRES);
            double recent = 1 - Math.min(1, (double) secondsApart / WITHIN.toSeconds());
            return 2 * similarity + near + recent;
        }
    }

    @Transactional(readOnly = true)
    List<Hint> of(Question question, Scope scope) {
        return search.near(Box.around(question.place(), WITHIN_METRES), WITHIN, question, scope, LOOKED_AT).stream()
                .filter(other -> !question.self().equals(Optional.of(other.id())))
                .filter(other -> other.status() != IncidentStatus.MERGED && other.status() != IncidentStatus.REJECTED)
                .filter(other -> other.place().metresTo(question.place()) <= WITHIN_METRES)
                .map(other -> hint(question, other))
                .sorted(Hint.LIKELIEST_FIRST)
                .limit(MOST)
                .toList();
    }

    private static Hint hint(Question question, IncidentView other) {
        long metres = Math.round(other.place().metresTo(question.place()));
        Duration apart =
                Duration.between(question.occurredAt(), other.occurredAt()).abs();
        String words = other.title() + " " + Objects.requireNonNullElse(other.description(), "");
        double likeness = Likeness.between(question.words(), words);
        boolean sameCategory =
                question.category() != null && question.category().equals(other.category());
        Text why = new Text(
                        "同类" + (sameCategory ? "同项" : "") + ",相距 {0} m,相隔 {1} 小时,文字相似 {2} %。",
                        "same kind" + (sameCategory ? " and category" : "")
                                + ", {0} m and {1} h apart, words {2} % alike")
                .with(Long.toString(metres), Long.toString(apart.toHours()), Long.toString(Math.round(likeness * 100)));
        return new Hint(other, metres, apart.toSeconds(), Math.round(likeness * 1000) / 1000.0, why);
    }
}
