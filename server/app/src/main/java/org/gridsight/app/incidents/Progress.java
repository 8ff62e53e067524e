package org.gridsight.app.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks a case up by its public code. A caller who guesses is slowed down; 130 random bits do the rest. */
@Service
class Progress {

    private static final int MISSES_PER_MINUTE = 30;
    private static final int WATCHED_CALLERS = 10_000;

    private final IncidentRepository incidents;
    private final StepRepository steps;
    private final Cache<String, AtomicInteger> misses = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(WATCHED_CALLERS)
            .build();

    Progress(IncidentRepository incidents, StepRepository steps) {
        this.incidents = incidents;
        this.steps = steps;
    }

    /** What the holder of a code may know. {@code answerBy} is the deadline of a case still open. */
    record Course(
            String number,
            IncidentKind kind,
            String villageName,
            IncidentStatus status,
            @Nullable Instant answerBy,
            List<Stage> stages) {}

    /** A state reached and when; the same state again is listed again. */
    record Stage(IncidentStatus status, Instant at) {}

    static String normal(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
    }

    @Transactional(readOnly = true)
    Optional<Course> find(String typed, String caller) {
        AtomicInteger missed = misses.get(caller, key -> new AtomicInteger());
        if (missed.get() >= MISSES_PER_MINUTE) {
            throw new Rejected(CommonReason.TOO_MANY, 60);
        }
        String code = normal(typed);
        Optional<Incident> found = code.length() == CaseCode.LENGTH ? incidents.findByCaseCode(code) : Optional.empty();
        if (found.isEmpty()) {
            missed.incrementAndGet();
        }
        return found.map(this::course);
    }

    /** A merged report follows the case that took it in, which may itself have been merged; there is no cycle. */
    private Course course(Incident own) {
        Incident told = own;
        Long next = told.state().mergedInto();
        while (next != null) {
            told = incidents.findBySeq(next, Scope.everything().like()).orElseThrow();
            next = told.state().mergedInto();
        }
        List<Stage> stages = steps.listByIncident(told.seq()).stream()
                .map(Step::view)
                .filter(step -> step.to() != step.from())
                .map(step -> new Stage(step.to(), step.at()))
                .toList();
        boolean open = told.state().status().isOpen();
        return new Course(
                own.number(),
                told.matter().kind(),
                told.spot().villageName(),
                told.state().status(),
                open ? told.state().clock().dueAt() : null,
                stages);
    }
}
