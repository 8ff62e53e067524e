package org.gridsight.spatial.cluster;

import java.util.Arrays;
import org.gridsight.spatial.Run;

/**
 * The order in which the edges of a spanning tree join places: by length, and edges of one length as a walk along the
 * tree from its densest place meets them, the ends of the nearer places first. So dense ground gathers what lies around
 * it before what lies around it gathers itself, and the order depends on nothing but the places.
 */
final class RisingEdges {

    private static final int NONE = -1;

    private final ReachabilityTree.Edges edges;
    private final int places;

    RisingEdges(ReachabilityTree.Edges edges, int places) {
        this.edges = edges;
        this.places = places;
    }

    /** Numbers of the edges. */
    int[] order(double[] heights, int densest, Run run) {
        int[] steps = steps(densest);
        long[] keys = new long[steps.length];
        long farthest = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = steps[i];
            farthest = Math.max(farthest, steps[i]);
        }
        int[] bySteps = RadixOrder.of(keys, farthest, run);
        long[] lengths = new long[bySteps.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Double.doubleToRawLongBits(heights[bySteps[i]]);
        }
        int[] order = RadixOrder.of(lengths, Long.MAX_VALUE, run);
        for (int i = 0; i < order.length; i++) {
            order[i] = bySteps[order[i]];
        }
        return order;
    }

    /** How many edges lie between each edge and the start. */
    private int[] steps(int start) {
        int[] from = edges.from();
        int[] to = edges.to();
        int[] begins = new int[places + 2];
        for (int i = 0; i < from.length; i++) {
            begins[from[i] + 2]++;
            begins[to[i] + 2]++;
        }
        for (int place = 2; place < begins.length; place++) {
            begins[place] += begins[place - 1];
        }
        int[] touching = new int[2 * from.length];
        for (int i = 0; i < from.length; i++) {
            touching[begins[from[i] + 1]++] = i;
            touching[begins[to[i] + 1]++] = i;
        }
        int[] steps = new int[from.length];
        Arrays.fill(steps, NONE);
        int[] reached = new int[places];
        int[] walked = new int[places];
        int end = 0;
        if (places > 0) {
            reached[end++] = start;
        }
        for (int at = 0; at < end; at++) {
            int place = reached[at];
            for (int k = begins[place]; k < begins[place + 1]; k++) {
                int edge = touching[k];
                if (steps[edge] == NONE) {
                    steps[edge] = walked[at];
                    walked[end] = walked[at] + 1;
                    reached[end++] = from[edge] == place ? to[edge] : from[edge];
                }
            }
        }
        return steps;
    }
}
