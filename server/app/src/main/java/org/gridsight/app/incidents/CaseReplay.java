package org.gridsight.app.incidents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Plays the courses of past incidents through the rules of today, escalations included, so that clocks, counters and
 * levels are what they would have been. Stores nothing.
 */
@Component
class CaseReplay {

    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final CaseOpening opening;
    private final CaseWork work;
    private final Watch watch;

    CaseReplay(CaseOpening opening, CaseWork work, Watch watch) {
        this.opening = opening;
        this.work = work;
        this.watch = watch;
    }

    /** Everything to be stored, and the open incidents with their orders. */
    record Played(
            List<Incident> incidents,
            List<Report> reports,
            List<Step> steps,
            List<Assignment> orders,
            List<Party> parties,
            Map<Incident, List<Assignment>> open) {}

    /** Another incident went into this one. */
    private record Touch(Incident from, Act act) {}

    /** A course while it is played. */
    private record Course(PastIncident past, CaseOpening.Opened opened, OrderBook orders, List<Touch> touches) {

        Incident incident() {
            return opened.incident();
        }
    }

    Played play(List<PastIncident> past) {
        Map<String, Course> courses = new LinkedHashMap<>();
        past.stream().sorted(Comparator.comparing(PastIncident::receivedAt)).forEach(one -> {
            CaseOpening.Opened opened =
                    opening.open(one.reported(), Complexity.GENERAL, actor(one.by()), one.receivedAt());
            OrderBook orders = new OrderBook(opened.incident(), List.of());
            courses.put(one.key(), new Course(one, opened, orders, new ArrayList<>()));
        });
        // by identity: the touches of a course grow while it is a key
        Map<Course, List<Act>> acts = new IdentityHashMap<>();
        for (Course course : courses.values()) {
            List<Act> own = course.past().steps().stream()
                    .map(step -> act(step, courses))
                    .toList();
            acts.put(course, own);
            own.stream()
                    .filter(act -> act.move() == Move.MERGE)
                    .forEach(act -> courses.values().stream()
                            .filter(target ->
                                    Long.valueOf(target.incident().seq()).equals(act.targetSeq()))
                            .forEach(target -> target.touches().add(new Touch(course.incident(), act))));
        }
        return collected(courses.values().stream().toList(), acts);
    }

    private Played collected(List<Course> courses, Map<Course, List<Act>> acts) {
        Played played = new Played(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>());
        Set<String> busy = new HashSet<>();
        for (Course course : courses) {
            played.steps().add(course.opened().step());
            played.steps().addAll(play(course, acts.getOrDefault(course, List.of())));
            course.orders().keepOneUnderWay(busy);
            course.orders().acceptOpen(ANSWER);
            played.incidents().add(course.incident());
            course.opened().report().ifPresent(played.reports()::add);
            played.parties().addAll(course.opened().parties());
            played.orders().addAll(course.orders().all());
            if (course.incident().state().status().isOpen()) {
                played.open().put(course.incident(), course.orders().all());
            }
        }
        return played;
    }

    private List<Step> play(Course course, List<Act> acts) {
        List<Step> steps = new ArrayList<>();
        List<Touch> touches = new ArrayList<>(course.touches());
        touches.sort(Comparator.comparing(touch -> touch.act().at()));
        for (Act act : acts) {
            while (!touches.isEmpty() && touches.get(0).act().at().isBefore(act.at())) {
                steps.add(touched(course.incident(), touches.remove(0)));
            }
            watch.until(course.incident(), act.at()).forEach(steps::add);
            steps.add(work.make(course.incident(), course.orders(), act));
        }
        touches.forEach(touch -> steps.add(touched(course.incident(), touch)));
        return steps;
    }

    private static Step touched(Incident incident, Touch touch) {
        return incident.touched(touch.act(), "ABSORBED", touch.from());
    }

    private static Act act(PastIncident.Step step, Map<String, Course> courses) {
        PastIncident.Details details = step.details();
        Optional<Course> target = Optional.ofNullable(details.into()).map(courses::get);
        return new Act(
                step.move(),
                actor(step.by()),
                step.at(),
                null,
                null,
                null,
                step.words(),
                details.dueAt(),
                details.passed(),
                details.outcome() == null ? null : RevisitOutcome.valueOf(details.outcome()),
                null,
                target.map(course -> course.incident().seq()).orElse(null),
                orders(details),
                null);
    }

    private static List<Act.Order> orders(PastIncident.Details details) {
        List<Act.Order> orders = new ArrayList<>();
        details.sent()
                .forEach(worker -> orders.add(new Act.Order(worker.workerId(), worker.name(), null, orders.isEmpty())));
        if (details.unitId() != null) {
            orders.add(new Act.Order(null, null, details.unitId(), orders.isEmpty()));
        }
        return orders;
    }

    private static Act.Actor actor(PastIncident.Person person) {
        return new Act.Actor(person.username(), person.name(), person.workerId(), null);
    }
}
