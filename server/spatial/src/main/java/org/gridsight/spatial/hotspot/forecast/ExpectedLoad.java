package org.gridsight.spatial.hotspot.forecast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.SquareCells;
import org.gridsight.spatial.hotspot.scan.DatedPoints;

/**
 * Expected cases by cell: decayed counts of the past, laid out over neighbouring cells and partly like the cases of all
 * kinds, as a {@link LoadRecipe} says. The sum over the cells is the decayed number of cases a day times the days ahead.
 * Cost: the cases before the day, and for a smoothed recipe the squares of the box. Safe for many threads.
 */
public final class ExpectedLoad {

    private final CellArea area;
    private final CellCases own;
    private final CellCases all;
    private final int firstDay;
    private final Map<Double, Smoothing> smoothings = new ConcurrentHashMap<>();

    /** From the cases of one kind alone. */
    public ExpectedLoad(SquareCells cells, DatedPoints cases) {
        this(cells, cases, cases);
    }

    /** From the cases of one kind, with those of all kinds to borrow from. */
    public ExpectedLoad(SquareCells cells, DatedPoints cases, DatedPoints allKinds) {
        if (cases.size() == 0) {
            throw new UnusableInput("there is no case to learn from");
        }
        this.area = new CellArea(cells);
        this.own = new CellCases(area, cases);
        this.all = cases == allKinds ? own : new CellCases(area, allKinds);
        this.firstDay = Math.min(cases.period().from(), allKinds.period().from());
    }

    /** Expected cases by cell on the days from {@code from} on, learnt from the days before it; a new array. */
    public double[] expected(LoadRecipe recipe, int from, int days) {
        double[] weights = weights(recipe.halfLifeDays(), from);
        double[] load = decayed(own, weights, from);
        double sum = sum(load);
        if (recipe.borrowed() > 0 && all != own) {
            borrow(load, sum, decayed(all, weights, from), recipe.borrowed());
        }
        double[] shape = recipe.smoothingCells() == 0
                ? load
                : smoothings
                        .computeIfAbsent(recipe.smoothingCells(), cells -> new Smoothing(area, cells))
                        .of(load);
        double total = sum(weights);
        if (total > 0) {
            for (int cell = 0; cell < shape.length; cell++) {
                shape[cell] *= days / total;
            }
        }
        return shape;
    }

    /** Mixes shapes, keeps the sum. */
    private static void borrow(double[] load, double sum, double[] lent, double share) {
        double lentSum = sum(lent);
        if (lentSum == 0) {
            return;
        }
        for (int cell = 0; cell < load.length; cell++) {
            load[cell] = (1 - share) * load[cell] + share * lent[cell] * sum / lentSum;
        }
    }

    /** Weight by age in days, from 1; the first is unused. */
    private double[] weights(double halfLifeDays, int from) {
        double[] weights = new double[Math.max(1, from - firstDay + 1)];
        for (int age = 1; age < weights.length; age++) {
            // exactly 1 for an infinite half-life, so plain counts stay whole numbers until the end
            weights[age] = Math.pow(0.5, (age - 1) / halfLifeDays);
        }
        return weights;
    }

    private double[] decayed(CellCases cases, double[] weights, int from) {
        double[] load = new double[area.size()];
        int count = cases.before(from);
        for (int i = 0; i < count; i++) {
            load[cases.cell(i)] += weights[from - cases.day(i)];
        }
        return load;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    CellArea area() {
        return area;
    }

    CellCases own() {
        return own;
    }

    boolean canBorrow() {
        return all != own;
    }

    int firstDay() {
        return firstDay;
    }
}
