package org.gridsight.app.incidents;

/** One row of the time limits; an empty source, kind, category or complexity fits all. */
record TimeLimit(
        String source,
        String kind,
        String category,
        String complexity,
        String step,
        int amount,
        LimitUnit unit,
        boolean pausable,
        boolean extendable) {

    long seconds() {
        return amount * unit.seconds();
    }

    boolean fits(Matter matter, Complexity wanted, ClockStep clock) {
        return step.equals(clock.name())
                && (source.isEmpty() || source.equals(matter.source().name()))
                && (kind.isEmpty() || kind.equals(matter.kind().name()))
                && (category.isEmpty() || category.equals(matter.category()))
                && (complexity.isEmpty() || complexity.equals(wanted.name()));
    }

    /** Greater is closer: source before kind before category before complexity. */
    int closeness() {
        return (source.isEmpty() ? 0 : 8)
                + (kind.isEmpty() ? 0 : 4)
                + (category.isEmpty() ? 0 : 2)
                + (complexity.isEmpty() ? 0 : 1);
    }
}
