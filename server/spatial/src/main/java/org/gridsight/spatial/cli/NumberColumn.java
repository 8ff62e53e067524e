package org.gridsight.spatial.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridsight.spatial.UnusableInput;

/**
 * Cells as finite numbers. Up to 15 digits with at most 22 decimals are read exactly by one division (both parts are
 * doubles without rounding); everything else goes the slow way of the JDK.
 */
final class NumberColumn extends Column {

    private static final long EXACT = 1L << 53;
    private static final double[] TENS = new double[23];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private double[] values = new double[1 << 8];
    private int size;

    NumberColumn(String name) {
        super(name, true);
    }

    @Override
    void take(byte[] cell, int length, int row) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = parse(cell, length, row);
    }

    /** The values, handed over; the column is not used afterwards. */
    double[] values() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    private double parse(byte[] cell, int length, int row) {
        int i = length > 0 && cell[0] == '-' ? 1 : 0;
        boolean negative = i == 1;
        long digits = 0;
        int decimals = 0;
        boolean point = false;
        boolean any = false;
        for (; i < length; i++) {
            int digit = cell[i] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT / 10 - 1) {
                digits = digits * 10 + digit;
                decimals += point ? 1 : 0;
                any = true;
            } else if (cell[i] == '.' && !point) {
                point = true;
            } else {
                return slow(cell, length, row);
            }
        }
        if (!any || decimals >= TENS.length) {
            return slow(cell, length, row);
        }
        double value = decimals == 0 ? digits : digits / TENS[decimals];
        return negative ? -value : value;
    }

    private double slow(byte[] cell, int length, int row) {
        String text = new String(cell, 0, length, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new UnusableInput("row " + row + ": " + name() + " is empty, it must be a number");
        }
        try {
            char last = text.charAt(text.length() - 1);
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && (Character.isDigit(last) || last == '.')) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // refused below, like infinity and NaN
        }
        throw new UnusableInput("row " + row + ": " + name() + " is " + shown(text) + ", it must be a number");
    }

    /** Outside text in a message: short, on one line. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
