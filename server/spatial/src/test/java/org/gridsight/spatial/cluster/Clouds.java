package org.gridsight.spatial.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridsight.spatial.PlanarPoints;

/** Small sets of points that algorithms trip over, all with coordinates in quarters so that moving them is exact. */
final class Clouds {

    /** A set with a name for the failure message. */
    record Cloud(String name, double[] x, double[] y) {

        PlanarPoints points() {
            return PlanarPoints.of(x, y);
        }

        int size() {
            return x.length;
        }

        Cloud moved(double dx, double dy) {
            double[] movedX = x.clone();
            double[] movedY = y.clone();
            for (int i = 0; i < x.length; i++) {
                movedX[i] += dx;
                movedY[i] += dy;
            }
            return new Cloud(name + " moved", movedX, movedY);
        }

        /** Point {@code i} of the answer is point {@code order[i]} of this. */
        Cloud arranged(int[] order) {
            double[] newX = new double[order.length];
            double[] newY = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                newX[i] = x[order[i]];
                newY[i] = y[order[i]];
            }
            return new Cloud(name + " arranged", newX, newY);
        }
    }

    private Clouds() {}

    static List<Cloud> all(long seed) {
        Random random = new Random(seed);
        List<Cloud> clouds = new ArrayList<>();
        clouds.add(new Cloud("empty", new double[0], new double[0]));
        clouds.add(new Cloud("one", new double[] {7}, new double[] {-3}));
        clouds.add(new Cloud("all equal", filled(60, 5), filled(60, 9)));
        clouds.add(new Cloud("far apart", new double[] {-9e7, 9e7, 9e7}, new double[] {0, 0, 0.5}));
        for (int round = 0; round < 12; round++) {
            int size = 2 + random.nextInt(220);
            clouds.add(uniform("uniform " + seed + "/" + round, random, size));
            clouds.add(lattice("lattice " + seed + "/" + round, random, size));
            clouds.add(line("line " + seed + "/" + round, random, size, round % 3));
            clouds.add(duplicates("duplicates " + seed + "/" + round, random, size));
            clouds.add(blobs("blobs " + seed + "/" + round, random, size));
        }
        return clouds;
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    private static double quarter(double value) {
        return Math.rint(4 * value) / 4;
    }

    private static Cloud uniform(String name, Random random, int size) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = quarter(random.nextDouble() * 60);
            y[i] = quarter(random.nextDouble() * 60);
        }
        return new Cloud(name, x, y);
    }

    private static Cloud lattice(String name, Random random, int size) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextInt(12) * 3;
            y[i] = random.nextInt(12) * 4;
        }
        return new Cloud(name, x, y);
    }

    private static Cloud line(String name, Random random, int size, int direction) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            double along = random.nextInt(6 * size) / 4.0;
            x[i] = direction == 1 ? 2 : along;
            y[i] = direction == 0 ? 2 : along;
        }
        return new Cloud(name, x, y);
    }

    private static Cloud duplicates(String name, Random random, int size) {
        Cloud cloud = uniform(name, random, size);
        for (int i = 0; i < size; i++) {
            if (random.nextDouble() < 0.6) {
                cloud.x[i] = cloud.x[i % 3 % size];
                cloud.y[i] = cloud.y[i % 3 % size];
            }
        }
        return cloud;
    }

    private static Cloud blobs(String name, Random random, int size) {
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            double spread = i % 4 + 1;
            x[i] = quarter(20 * (i % 4) + spread * random.nextGaussian());
            y[i] = quarter(15 * (i % 3) + spread * random.nextGaussian());
        }
        return new Cloud(name, x, y);
    }

    /** A random order of {@code 0..size}. */
    static int[] shuffled(int size, Random random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
