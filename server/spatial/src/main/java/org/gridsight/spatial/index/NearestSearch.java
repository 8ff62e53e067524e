package org.gridsight.spatial.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.gridsight.spatial.LngLat;

/**
 * Finds the nearest of many places by great-circle distance, also over the date line and the poles: a balanced tree
 * over points of the unit sphere, where a straight chord ranks places as the great circle does. Places are numbered by
 * their place in the list, and equal distances are broken by that number. Immutable.
 */
public final class NearestSearch {

    /** A place found: its number in the list and its distance. */
    public record Hit(int index, double metres) {

        static final Comparator<Hit> NEAREST_FIRST =
                Comparator.comparingDouble(Hit::metres).thenComparingInt(Hit::index);
    }

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    /** Far above the rounding of a chord, far below anything a person could measure. */
    private static final double SLACK_METRES = 1e-5;

    private static final int LEAF = 8;
    private static final int AXES = 3;

    private final List<LngLat> places;
    /** Numbers of the places in tree order: the middle of a range splits it along the axis of its depth. */
    private final int[] order;
    /** x, y, z on the unit sphere by number. */
    private final double[] units;

    private NearestSearch(List<LngLat> places, int[] order, double[] units) {
        this.places = places;
        this.order = order;
        this.units = units;
    }

    public static NearestSearch of(List<LngLat> places) {
        List<LngLat> kept = List.copyOf(places);
        double[] units = new double[kept.size() * AXES];
        int[] order = new int[kept.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            unit(kept.get(i), units, i * AXES);
        }
        NearestSearch search = new NearestSearch(kept, order, units);
        search.split(0, order.length, 0);
        return search;
    }

    private static void unit(LngLat place, double[] target, int offset) {
        double lat = Math.toRadians(place.lat());
        double lng = Math.toRadians(place.lng());
        target[offset] = Math.cos(lat) * Math.cos(lng);
        target[offset + 1] = Math.cos(lat) * Math.sin(lng);
        target[offset + 2] = Math.sin(lat);
    }

    private void split(int from, int to, int axis) {
        if (to - from <= LEAF) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, axis);
        split(from, middle, (axis + 1) % AXES);
        split(middle + 1, to, (axis + 1) % AXES);
    }

    /** Quickselect: puts the place of rank {@code wanted} there, smaller ones before it. */
    private void select(int low, int high, int wanted, int axis) {
        int left = low;
        int right = high;
        while (left < right) {
            double pivot = units[order[(left + right) >>> 1] * AXES + axis];
            int i = left;
            int j = right;
            while (i <= j) {
                while (units[order[i] * AXES + axis] < pivot) {
                    i++;
                }
                while (units[order[j] * AXES + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (wanted <= j) {
                right = j;
            } else if (wanted >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    public int size() {
        return order.length;
    }

    /** At most {@code count} places within a distance (border included), nearest first. */
    public List<Hit> nearest(LngLat centre, int count, double maxMetres) {
        if (count <= 0 || !(maxMetres >= 0)) {
            return List.of();
        }
        Query query = new Query(centre, count, maxMetres);
        query.visit(0, order.length, 0);
        List<Hit> hits = new ArrayList<>(query.kept);
        hits.sort(Hit.NEAREST_FIRST);
        return Collections.unmodifiableList(hits);
    }

    /** One walk through the tree; keeps the best so far, the worst of them on top. */
    private final class Query {
        private final LngLat centre;
        private final int count;
        private final double maxMetres;
        private final double[] unit = new double[AXES];
        private final PriorityQueue<Hit> kept = new PriorityQueue<>(Hit.NEAREST_FIRST.reversed());
        private double chordLimit;

        Query(LngLat centre, int count, double maxMetres) {
            this.centre = centre;
            this.count = count;
            this.maxMetres = maxMetres;
            unit(centre, unit, 0);
            chordLimit = chord(maxMetres);
        }

        void visit(int from, int to, int axis) {
            if (to - from <= LEAF) {
                for (int i = from; i < to; i++) {
                    offer(order[i]);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            int next = (axis + 1) % AXES;
            double beyond = unit[axis] - units[order[middle] * AXES + axis];
            offer(order[middle]);
            // the side of the centre first, the other only if the limit reaches over the split
            if (beyond <= 0) {
                visit(from, middle, next);
                if (-beyond <= chordLimit) {
                    visit(middle + 1, to, next);
                }
            } else {
                visit(middle + 1, to, next);
                if (beyond <= chordLimit) {
                    visit(from, middle, next);
                }
            }
        }

        private void offer(int index) {
            double dx = units[index * AXES] - unit[0];
            double dy = units[index * AXES + 1] - unit[1];
            double dz = units[index * AXES + 2] - unit[2];
            if (dx * dx + dy * dy + dz * dz > chordLimit * chordLimit) {
                return;
            }
            Hit hit = new Hit(index, centre.metresTo(places.get(index)));
            if (hit.metres() > maxMetres) {
                return;
            }
            kept.add(hit);
            if (kept.size() > count) {
                kept.remove();
            }
            Hit worst = kept.peek();
            if (kept.size() == count && worst != null) {
                chordLimit = Math.min(chordLimit, chord(worst.metres()));
            }
        }

        private static double chord(double metres) {
            double angle = Math.min(Math.PI, (metres + SLACK_METRES) / EARTH_RADIUS_METRES);
            return 2 * Math.sin(angle / 2) * (1 + 1e-12);
        }
    }
}
