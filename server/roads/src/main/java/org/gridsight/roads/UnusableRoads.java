package org.gridsight.roads;

/** Road data from which no network can be made; {@link #fault()} says why, the message where. */
public class UnusableRoads extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the data. */
    public enum Fault {
        NO_FILE,
        NOT_OSM,
        NO_ROAD
    }

    private final Fault fault;

    UnusableRoads(Fault fault, String where) {
        super(fault + ": " + where);
        this.fault = fault;
    }

    UnusableRoads(Fault fault, String where, Throwable cause) {
        super(fault + ": " + where, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
