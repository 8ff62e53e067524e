package org.gridsight.gisdata.codes;

/** The five levels of a division code, from wide to narrow. */
public enum DivisionLevel {
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /** Leading digits that name an area of this level. */
    public int digits() {
        return digits;
    }
}
