package org.gridsight.gisdata.codes;

/** The code of a grid 网格: its village's code and a sequence. Made by a {@link GridCodeForm}, which knows the layout. */
public record GridCode(String digits, DivisionCode village, long sequence) implements Comparable<GridCode> {

    /** In the default form, 15 digits. */
    public static GridCode parse(String text) {
        return GridCodeForm.DEFAULT.parse(text);
    }

    @Override
    public int compareTo(GridCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
