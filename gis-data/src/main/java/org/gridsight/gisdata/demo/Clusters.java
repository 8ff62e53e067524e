package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Plants clusters into ordinary life. For every cluster the smallest number of extra incidents is taken that brings both
 * the expected and the visible count into its class.
 */
final class Clusters {

    private static final double APART_METRES = 2_200;

    /** Fewer would be no hotspot to a person, whatever the ratio. */
    private static final int LEAST_FOUND = 8;

    private static final LocalDate STORM = LocalDate.of(2024, 7, 21);
    private static final int STORM_DAYS = 3;
    private static final int STORM_FACTOR = 8;

    /** What was planted where: e expected, extra added, visible rows in all. */
    record Planted(ClusterPlan plan, Circle circle, double expected, int extra, long visible) {}

    private final Town town;
    private final Background background;
    private final List<Draft> drafts;
    private final List<Planted> planted = new ArrayList<>();

    /** @param drafts ordinary life with its traps; planted incidents are added to it */
    Clusters(Town town, Background background, List<Draft> drafts) {
        this.town = town;
        this.background = background;
        this.drafts = drafts;
    }

    List<Planted> planted() {
        return List.copyOf(planted);
    }

    /** At the hamlet whose surroundings expect most nearly what the plan says, away from other clusters. */
    void plant(ClusterPlan plan, Draws draws) {
        Circle circle = town.hamlets().stream()
                .filter(h -> planted.stream().allMatch(p -> p.circle().centre().distance(h.at()) > APART_METRES))
                .map(h -> circle(plan, h))
                .filter(c -> plan.found() || staysSilent(plan, c))
                .min(Comparator.comparingDouble(c -> Math.abs(c.expected(plan.kind(), town) - plan.expected())))
                .orElseThrow();
        plantAt(plan, circle, draws);
    }

    void plantAt(ClusterPlan plan, Circle circle, Draws draws) {
        double expected = circle.expected(plan.kind(), town);
        long before = circle.count(drafts, plan.kind(), false);
        int extra = 1;
        while (plan.found()
                && (extra < LEAST_FOUND
                        || score(Math.min(before, expected) + extra, expected) < ClusterPlan.FOUND_FROM)) {
            extra++;
        }
        for (int i = 0; i < extra; i++) {
            drafts.add(inside(plan, circle, draws));
        }
        planted.add(new Planted(plan, circle, expected, extra, before + extra));
    }

    /** T1: a storm brings eight times the hazards everywhere for three days; no place is unusual. */
    void storm(Phrases.Topic topic, Draws draws) {
        for (int i = 0; i < STORM_DAYS; i++) {
            LocalDate day = STORM.plusDays(i);
            int extra = draws.poisson((STORM_FACTOR - 1) * Rhythm.expected(Kind.HAZARD, day));
            for (int j = 0; j < extra; j++) {
                Draft draft = background.anywhere(topic, Rhythm.moment(day, draws), draws);
                draft.cluster = "T1";
                drafts.add(draft);
            }
        }
    }

    static Circle circle(ClusterPlan plan, Hamlet hamlet) {
        ClusterPlan.Span span = plan.span();
        return new Circle(hamlet.at(), span.radius(), span.from(), span.days());
    }

    private boolean staysSilent(ClusterPlan plan, Circle circle) {
        double expected = circle.expected(plan.kind(), town);
        double most = Math.max(expected, circle.count(drafts, plan.kind(), true)) + 1;
        return score(most, expected) <= ClusterPlan.SILENT_TO;
    }

    private static double score(double n, double e) {
        return Circle.logLikelihoodRatio(n, e);
    }

    private Draft inside(ClusterPlan plan, Circle circle, Draws draws) {
        double reach = circle.radius() * 0.9;
        Coordinate at;
        do {
            at = TownPlane.snapped(
                    circle.centre().x + reach / 2.2 * draws.gaussian(),
                    circle.centre().y + reach / 2.2 * draws.gaussian());
        } while (at.distance(circle.centre()) > reach || !town.contains(at));
        Instant moment = Rhythm.moment(circle.from().plusDays(draws.below(circle.days())), draws);
        Hamlet hamlet = Countryside.nearest(town.hamlets(), at);
        Draft draft = background.reported(new Draft(plan.topic(), hamlet, at, moment), draws);
        draft.cluster = plan.id();
        return draft;
    }
}
