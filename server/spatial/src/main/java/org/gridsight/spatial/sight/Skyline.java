package org.gridsight.spatial.sight;

/**
 * The nearest wall at each angle around an eye: the lower envelope of the walls in polar coordinates. Two skylines are
 * merged by one angular sweep over both, halves first: O(n log n) up to the inverse Ackermann function for n walls,
 * crossing and touching ones included. Method: M. J. Atallah, "Some dynamic computational geometry problems", Computers
 * and Mathematics with Applications 11, 1985; the classic sweep of T. Asano (1985) needs walls that do not cross, which
 * real building layers do.
 */
final class Skyline {

    private static final double SAME = 1e-12;

    private final NearWalls walls;
    private final double[] from;
    private final double[] to;
    private final int[] wall;
    private int size;

    private Skyline(NearWalls walls, int room) {
        this.walls = walls;
        this.from = new double[room];
        this.to = new double[room];
        this.wall = new int[room];
    }

    static Skyline of(NearWalls walls) {
        return walls.size() == 0 ? new Skyline(walls, 0) : of(walls, 0, walls.size());
    }

    private static Skyline of(NearWalls walls, int first, int end) {
        if (end - first == 1) {
            Skyline one = new Skyline(walls, 1);
            one.add(walls.from(first), walls.to(first), first);
            return one;
        }
        int middle = (first + end) >>> 1;
        return merged(of(walls, first, middle), of(walls, middle, end));
    }

    private static Skyline merged(Skyline left, Skyline right) {
        // each start, end and crossing begins one piece at most
        Skyline out = new Skyline(left.walls, 4 * (left.size + right.size));
        double at = Double.NEGATIVE_INFINITY;
        int i = 0;
        int j = 0;
        while (i < left.size || j < right.size) {
            double startLeft = left.start(i, at);
            double startRight = right.start(j, at);
            double end = Math.min(left.end(i, startRight), right.end(j, startLeft));
            if (startLeft < startRight) {
                out.add(startLeft, end, left.wall[i]);
            } else if (startRight < startLeft) {
                out.add(startRight, end, right.wall[j]);
            } else {
                out.addNearer(startLeft, end, left.wall[i], right.wall[j]);
            }
            at = end;
            i += i < left.size && left.to[i] <= end ? 1 : 0;
            j += j < right.size && right.to[j] <= end ? 1 : 0;
        }
        return out;
    }

    /** Where piece i begins, not before an angle; beyond everything when there is no such piece. */
    private double start(int i, double at) {
        return i < size ? Math.max(from[i], at) : Double.POSITIVE_INFINITY;
    }

    /** Where the sweep must stop for piece i: at its end, or at its start if that still lies ahead of the other's. */
    private double end(int i, double otherStart) {
        if (i >= size) {
            return Double.POSITIVE_INFINITY;
        }
        return from[i] > otherStart ? from[i] : to[i];
    }

    private void addNearer(double start, double end, int one, int other) {
        double nearAtStart = walls.nearness(one, start);
        double nearAtEnd = walls.nearness(one, end);
        double leadAtStart = lead(nearAtStart, walls.nearness(other, start));
        double leadAtEnd = lead(nearAtEnd, walls.nearness(other, end));
        if (leadAtStart >= 0 && leadAtEnd >= 0) {
            add(start, end, one);
        } else if (leadAtStart <= 0 && leadAtEnd <= 0) {
            add(start, end, other);
        } else {
            // the lead is a sine of the angle: its zero follows from its ends
            double width = end - start;
            double share = Math.atan2(
                    Math.abs(leadAtStart) * Math.sin(width),
                    Math.abs(leadAtEnd) + Math.abs(leadAtStart) * Math.cos(width));
            double crossing = Math.min(end, start + Math.max(0, share));
            add(start, crossing, leadAtStart > 0 ? one : other);
            add(crossing, end, leadAtStart > 0 ? other : one);
        }
    }

    private static double lead(double near, double other) {
        double lead = near - other;
        return Math.abs(lead) <= SAME * Math.max(Math.abs(near), Math.abs(other)) ? 0 : lead;
    }

    private void add(double start, double end, int which) {
        if (end <= start) {
            return;
        }
        if (size > 0 && wall[size - 1] == which && to[size - 1] == start) {
            to[size - 1] = end;
            return;
        }
        from[size] = start;
        to[size] = end;
        wall[size] = which;
        size++;
    }

    int size() {
        return size;
    }

    double from(int piece) {
        return from[piece];
    }

    double to(int piece) {
        return to[piece];
    }

    /** Distance to the wall of a piece, metres. */
    double metres(int piece, double angle) {
        return 1 / walls.nearness(wall[piece], angle);
    }

    /** The piece over an angle, or -1 where no wall stands; both neighbours own a common end, the later one answers. */
    int at(double angle) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] <= angle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && angle <= to[low - 1] ? low - 1 : -1;
    }
}
