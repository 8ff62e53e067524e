package org.gridsight.gisdata.codes;

import java.util.regex.Pattern;

/**
 * How grid codes look in a region: the village digits in front, the total length, and a pattern for what else must hold.
 * Regions use 14, 15 or 20 digits; this is configuration.
 */
public record GridCodeForm(int villageDigits, int length, Pattern pattern) {

    /** 12-digit village code and a sequence 001-999. */
    public static final GridCodeForm DEFAULT = of(12, 15);

    public GridCodeForm {
        if (villageDigits != 9 && villageDigits != 12) {
            throw new IllegalArgumentException("village digits must be 9 or 12, was " + villageDigits);
        }
        if (length <= villageDigits || length > villageDigits + 12) {
            throw new IllegalArgumentException(
                    "length must be " + (villageDigits + 1) + " to " + (villageDigits + 12) + ", was " + length);
        }
    }

    /** Digits only, sequence above zero. */
    public static GridCodeForm of(int villageDigits, int length) {
        return new GridCodeForm(villageDigits, length, Pattern.compile("\\d*"));
    }

    public GridCode parse(String text) {
        String code = text.strip();
        if (!fits(code)) {
            String shown = code.length() > 40 ? code.substring(0, 40) + "..." : code;
            throw new IllegalArgumentException("a grid code has " + length + " digits, " + villageDigits
                    + " of them the village, and a sequence above zero, was \"" + shown + "\"");
        }
        return new GridCode(
                code,
                DivisionCode.parse(code.substring(0, villageDigits)),
                Long.parseLong(code.substring(villageDigits)));
    }

    public boolean fits(String code) {
        return code.length() == length
                && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && pattern.matcher(code).matches()
                && Long.parseLong(code.substring(villageDigits)) > 0
                && !code.startsWith("00");
    }

    public GridCode of(DivisionCode village, long sequence) {
        int width = length - villageDigits;
        String number = String.valueOf(sequence);
        if (sequence < 1 || number.length() > width) {
            throw new IllegalArgumentException("sequence must have 1 to " + width + " digits, was " + sequence);
        }
        return parse(village.digits().substring(0, villageDigits) + "0".repeat(width - number.length()) + number);
    }
}
