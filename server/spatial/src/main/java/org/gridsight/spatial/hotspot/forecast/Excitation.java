package org.gridsight.spatial.hotspot.forecast;

/**
 * How cases bring cases: each is followed by {@code branching} others, after geometrically distributed days, spread
 * around it like a Gaussian; the rest is background.
 *
 * @param backgroundPerDay cases a day that no other brought
 * @param branching cases that one brings, on average, in all
 * @param persistence probability that a day's wait goes on for one more day, 0..1
 * @param spreadMetres standard deviation along x and along y
 */
public record Excitation(double backgroundPerDay, double branching, double persistence, double spreadMetres) {

    public double meanLagDays() {
        return 1 / (1 - persistence);
    }

    /** Share of what one case brings that falls {@code lag} days later; the first is 1. */
    double on(int lag) {
        return (1 - persistence) * Math.pow(persistence, lag - 1);
    }

    /** Share of what a case of {@code age} days brings on the {@code days} days from now on. */
    double ahead(int age, int days) {
        return Math.pow(persistence, age - 1) - Math.pow(persistence, age - 1 + days);
    }
}
