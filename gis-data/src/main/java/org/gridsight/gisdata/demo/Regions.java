package org.gridsight.gisdata.demo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Groups hamlets into a given number of regions: household-weighted k-means with several starts, of which the one
 * wins that is compact and fair; pieces that do not hang together move to the neighbour with the longest common border. Every region has at least one hamlet.
 */
final class Regions {

    private static final int STARTS = 8;
    private static final int ROUNDS = 40;
    private static final int REPAIRS = 30;

    private final List<Hamlet> hamlets;
    private final Mosaic mosaic;
    private final int count;

    Regions(List<Hamlet> hamlets, Mosaic mosaic, int count) {
        this.hamlets = hamlets;
        this.mosaic = mosaic;
        this.count = count;
    }

    /** The region of each hamlet, in the order of the list. */
    int[] labels(Draws draws) {
        int[] best = new int[hamlets.size()];
        double bestSpread = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            int[] labels = settle(startCentres(draws));
            connect(labels);
            double spread = spread(labels, centres(labels)) * imbalance(labels);
            if (spread < bestSpread) {
                bestSpread = spread;
                best = labels;
            }
        }
        return best;
    }

    /** k-means++: each next centre far from those chosen. */
    private Coordinate[] startCentres(Draws draws) {
        Coordinate[] centres = new Coordinate[count];
        double[] weights = new double[hamlets.size()];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < weights.length; i++) {
                Coordinate at = hamlets.get(i).at();
                double nearest = k == 0 ? 1 : Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    nearest = Math.min(nearest, square(at, centres[c]));
                }
                weights[i] = nearest * hamlets.get(i).households();
            }
            centres[k] = hamlets.get(draws.weighted(weights)).at();
        }
        return centres;
    }

    private int[] settle(Coordinate[] centres) {
        int[] labels = nearest(centres);
        for (int round = 0; round < ROUNDS; round++) {
            int[] next = nearest(centres(labels));
            if (Arrays.equals(next, labels) || Arrays.stream(next).distinct().count() < count) {
                break;
            }
            labels = next;
        }
        return labels;
    }

    private int[] nearest(Coordinate[] centres) {
        int[] labels = new int[hamlets.size()];
        for (int i = 0; i < labels.length; i++) {
            Coordinate at = hamlets.get(i).at();
            for (int k = 1; k < count; k++) {
                if (square(at, centres[k]) < square(at, centres[labels[i]])) {
                    labels[i] = k;
                }
            }
        }
        return labels;
    }

    private Coordinate[] centres(int[] labels) {
        double[] x = new double[count];
        double[] y = new double[count];
        double[] weight = new double[count];
        for (int i = 0; i < labels.length; i++) {
            Hamlet hamlet = hamlets.get(i);
            x[labels[i]] += hamlet.households() * hamlet.at().x;
            y[labels[i]] += hamlet.households() * hamlet.at().y;
            weight[labels[i]] += hamlet.households();
        }
        Coordinate[] centres = new Coordinate[count];
        for (int k = 0; k < count; k++) {
            centres[k] = new Coordinate(x[k] / weight[k], y[k] / weight[k]);
        }
        return centres;
    }

    private double spread(int[] labels, Coordinate[] centres) {
        double spread = 0;
        for (int i = 0; i < labels.length; i++) {
            spread += hamlets.get(i).households() * square(hamlets.get(i).at(), centres[labels[i]]);
        }
        return spread;
    }

    /** Households, and half as much land, of the largest region over those of the smallest. */
    private double imbalance(int[] labels) {
        double[] households = new double[count];
        double[] land = new double[count];
        for (int i = 0; i < labels.length; i++) {
            households[labels[i]] += hamlets.get(i).households();
            land[labels[i]] += mosaic.cell(hamlets.get(i).index()).getArea();
        }
        return ratio(households) * StrictMath.sqrt(ratio(land));
    }

    private static double ratio(double[] sizes) {
        return Arrays.stream(sizes).max().orElse(1) / Arrays.stream(sizes).min().orElse(1);
    }

    private void connect(int[] labels) {
        boolean moved = true;
        for (int repair = 0; moved && repair < REPAIRS; repair++) {
            moved = false;
            int[] pieces = pieces(labels);
            for (int piece = 0; piece < labels.length; piece++) {
                moved |= joinNeighbour(labels, pieces, piece);
            }
        }
    }

    /** Numbers each hamlet with the smallest index of its connected piece. */
    private int[] pieces(int[] labels) {
        int[] pieces = new int[labels.length];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = i;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < pieces.length; i++) {
                for (int j = 0; j < pieces.length; j++) {
                    if (pieces[j] < pieces[i] && labels[i] == labels[j] && border(i, j) > 0) {
                        pieces[i] = pieces[j];
                        changed = true;
                    }
                }
            }
        }
        return pieces;
    }

    private boolean joinNeighbour(int[] labels, int[] pieces, int piece) {
        if (pieces[piece] != piece || isMain(labels, pieces, piece)) {
            return false;
        }
        double[] common = new double[count];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; pieces[i] == piece && j < labels.length; j++) {
                common[labels[j]] += labels[j] == labels[piece] ? 0 : border(i, j);
            }
        }
        int best = 0;
        for (int k = 1; k < count; k++) {
            best = common[k] > common[best] ? k : best;
        }
        if (common[best] == 0) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = pieces[i] == piece ? best : labels[i];
        }
        return true;
    }

    private boolean isMain(int[] labels, int[] pieces, int piece) {
        int[] households = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            households[pieces[i]] += labels[i] == labels[piece] ? hamlets.get(i).households() : 0;
        }
        int best = piece;
        for (int i = 0; i < households.length; i++) {
            best = households[i] > households[best] ? i : best;
        }
        return best == piece;
    }

    private double border(int one, int other) {
        return mosaic.neighbours()
                .between(hamlets.get(one).index(), hamlets.get(other).index());
    }

    private static double square(Coordinate a, Coordinate b) {
        return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
    }
}
