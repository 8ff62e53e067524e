package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Where the workers of the living demo are: each hour a round by road from home to one or two natural villages and back,
 * with stops. A function of seed, worker and time alone, so any moment can be asked for in any order. Whether somebody is
 * on duty is not its business. Immutable, safe for any thread.
 */
public final class DemoWalk {

    private static final long ROUND_SECONDS = 3600;

    /** A position as a telephone would give it. */
    public record Fix(Point place, double accuracyMetres, Instant at) {}

    private final Draws draws;
    private final List<DemoRoad> roads;
    private final List<DemoNaturalVillage> places;
    private final RoadGraph graph;
    private final Map<Integer, RoadGraph.Ways> waysFrom = new HashMap<>();

    public DemoWalk(DemoTownship town) {
        this.draws = new Draws(town.seed()).branch("walk");
        this.roads = town.roads().stream().filter(DemoRoad::insideTown).toList();
        this.places = town.naturalVillages();
        this.graph = new RoadGraph(
                places.size(),
                roads.stream()
                        .map(r -> new RoadGraph.Link(r.from(), r.to(), ground(r).length()))
                        .toList());
        for (DemoWorker worker : town.workers()) {
            waysFrom.computeIfAbsent(worker.post().home(), graph::from);
        }
    }

    /** The fixes after one moment up to and including another, oldest first. */
    public List<Fix> fixes(DemoWorker worker, Instant after, Instant until) {
        List<Fix> fixes = new ArrayList<>();
        long first = Math.floorDiv(after.getEpochSecond(), ROUND_SECONDS);
        long last = Math.floorDiv(until.getEpochSecond(), ROUND_SECONDS);
        for (long round = first; round <= last; round++) {
            for (Fix fix : round(worker, round)) {
                if (fix.at().isAfter(after) && !fix.at().isAfter(until)) {
                    fixes.add(fix);
                }
            }
        }
        return fixes;
    }

    /** The newest fix at a moment; gaps are at most about a quarter of an hour. */
    public Optional<Fix> latest(DemoWorker worker, Instant at) {
        List<Fix> recent = fixes(worker, at.minusSeconds(ROUND_SECONDS), at);
        return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(recent.size() - 1));
    }

    private List<Fix> round(DemoWorker worker, long number) {
        Draws own = draws.branch(worker.id()).branch(number);
        WalkRound round = new WalkRound(tour(worker, own), own);
        List<Fix> fixes = new ArrayList<>();
        Instant start = Instant.ofEpochSecond(number * ROUND_SECONDS);
        for (double t = own.between(5, 45); t < ROUND_SECONDS; t += pause(own)) {
            double angle = own.between(0, 2 * StrictMath.PI);
            double noise = own.between(3, 8);
            Coordinate seen = Ground.moved(round.at(t), noise * StrictMath.cos(angle), noise * StrictMath.sin(angle));
            Point place = TownPlane.DEGREES.createPoint(TownPlane.rounded(seen));
            double accuracy = StrictMath.rint(noise + own.between(1, 6));
            fixes.add(new Fix(place, accuracy, start.plusSeconds((long) t)));
        }
        return fixes;
    }

    /** 15 to 60 seconds; sometimes the telephone is silent for some minutes. */
    private static double pause(Draws own) {
        double step = own.between(15, 60);
        return own.chance(0.015) ? step + own.between(180, 720) : step;
    }

    /** Stops of one round, as roads from stop to stop; shorter when the hour would not do. */
    private List<Ground> tour(DemoWorker worker, Draws own) {
        boolean mobile = worker.post().mobile();
        double budget = WalkRound.budgetMetres(own);
        int home = worker.post().home();
        RoadGraph.Ways ways = Objects.requireNonNull(waysFrom.get(home));
        double reach = Math.min(budget / 2, mobile ? 6_000 : 2_600);
        List<Integer> near = new ArrayList<>();
        for (int place = 0; place < graph.places(); place++) {
            if (place != home && ways.metresTo(place) <= reach) {
                near.add(place);
            }
        }
        if (near.isEmpty()) {
            return List.of(new Ground(List.of(at(home))));
        }
        int first = own.pick(near);
        int second = own.pick(near);
        RoadGraph.Ways onwards = graph.from(first);
        double whole = ways.metresTo(first) + onwards.metresTo(second) + ways.metresTo(second);
        if (second == first || whole > budget) {
            Ground out = way(home, ways.linksTo(first));
            return List.of(out, way(first, reversed(ways.linksTo(first))));
        }
        return List.of(
                way(home, ways.linksTo(first)),
                way(first, onwards.linksTo(second)),
                way(second, reversed(ways.linksTo(second))));
    }

    private Ground way(int from, List<Integer> links) {
        List<Coordinate> line = new ArrayList<>();
        line.add(at(from));
        int here = from;
        for (int link : links) {
            DemoRoad road = roads.get(link);
            Coordinate[] vertices = road.from() == here
                    ? road.line().getCoordinates()
                    : road.line().reverse().getCoordinates();
            line.addAll(List.of(vertices).subList(1, vertices.length));
            here = graph.link(link).other(here);
        }
        return new Ground(line);
    }

    private static List<Integer> reversed(List<Integer> links) {
        List<Integer> back = new ArrayList<>(links);
        Collections.reverse(back);
        return back;
    }

    private Coordinate at(int place) {
        return places.get(place).at().getCoordinate();
    }

    private static Ground ground(DemoRoad road) {
        return new Ground(List.of(road.line().getCoordinates()));
    }
}
