package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Shortest ways over an undirected graph of numbered places and roads (Dijkstra). Immutable after the roads are in. */
final class RoadGraph {

    /** A road as the graph sees it. */
    record Link(int from, int to, double metres) {

        int other(int place) {
            return place == from ? to : from;
        }
    }

    private record Reached(int place, double metres) {}

    private final List<Link> links;
    private final List<List<Integer>> linksAt = new ArrayList<>();

    RoadGraph(int places, List<Link> links) {
        this.links = List.copyOf(links);
        for (int i = 0; i < places; i++) {
            linksAt.add(new ArrayList<>());
        }
        for (int i = 0; i < links.size(); i++) {
            linksAt.get(links.get(i).from()).add(i);
            linksAt.get(links.get(i).to()).add(i);
        }
    }

    /** All shortest ways out of one place. */
    final class Ways {

        private final double[] metres = new double[linksAt.size()];
        private final int[] arrivedBy = new int[linksAt.size()];

        private Ways(int start) {
            Arrays.fill(metres, Double.POSITIVE_INFINITY);
            Arrays.fill(arrivedBy, -1);
            PriorityQueue<Reached> queue = new PriorityQueue<>(
                    Comparator.comparingDouble(Reached::metres).thenComparingInt(Reached::place));
            metres[start] = 0;
            queue.add(new Reached(start, 0));
            while (!queue.isEmpty()) {
                Reached next = queue.remove();
                if (next.metres() <= metres[next.place()]) {
                    relax(next, queue);
                }
            }
        }

        /** Infinite when there is no way. */
        double metresTo(int place) {
            return metres[place];
        }

        /** The roads of the way, in driving order. */
        List<Integer> linksTo(int place) {
            List<Integer> way = new ArrayList<>();
            for (int at = place;
                    arrivedBy[at] >= 0;
                    at = links.get(arrivedBy[at]).other(at)) {
                way.add(arrivedBy[at]);
            }
            Collections.reverse(way);
            return way;
        }

        private void relax(Reached here, PriorityQueue<Reached> queue) {
            for (int link : linksAt.get(here.place())) {
                int other = links.get(link).other(here.place());
                double way = here.metres() + links.get(link).metres();
                if (way < metres[other]) {
                    metres[other] = way;
                    arrivedBy[other] = link;
                    queue.add(new Reached(other, way));
                }
            }
        }
    }

    Ways from(int place) {
        return new Ways(place);
    }

    Link link(int index) {
        return links.get(index);
    }

    int places() {
        return linksAt.size();
    }
}
