package org.gridsight.gisdata.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 12-digit code of an area 行政区划: 2 province, 2 prefecture, 2 county, 3 township, 3 village, zeros where it ends. A
 * few cities have townships without a county between, their county digits are 00; counties may stand without a prefecture.
 */
public record DivisionCode(String digits) implements Comparable<DivisionCode> {

    private static final Pattern SHORT_OR_FULL = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public DivisionCode {
        if (!digits.matches("\\d{12}")) {
            throw new IllegalArgumentException("a division code has 12 digits, was \"" + shown(digits) + "\"");
        }
        if (digits.startsWith("00") || digits.startsWith("000", 6) && !digits.startsWith("000", 9)) {
            throw new IllegalArgumentException(
                    "division code " + digits + " lacks its province, or has a village without a township");
        }
    }

    /** Takes 2, 4, 6, 9 or 12 digits and fills up with zeros. */
    public static DivisionCode parse(String text) {
        String code = text.strip();
        if (!SHORT_OR_FULL.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a division code has 2, 4, 6, 9 or 12 digits, was \"" + shown(code) + "\"");
        }
        return new DivisionCode(code + "0".repeat(12 - code.length()));
    }

    public DivisionLevel level() {
        DivisionLevel level = DivisionLevel.PROVINCE;
        int from = 0;
        for (DivisionLevel candidate : DivisionLevel.values()) {
            if (!digits.substring(from, candidate.digits()).chars().allMatch(c -> c == '0')) {
                level = candidate;
            }
            from = candidate.digits();
        }
        return level;
    }

    /** Without the filling zeros: the 9 digits of a township, the 6 of a county. Also the prefix of all areas inside. */
    public String shortForm() {
        return digits.substring(0, level().digits());
    }

    /** The township of a township or village, as a code of its own. */
    public Optional<DivisionCode> township() {
        return level().compareTo(DivisionLevel.TOWNSHIP) < 0
                ? Optional.empty()
                : Optional.of(parse(digits.substring(0, DivisionLevel.TOWNSHIP.digits())));
    }

    public Optional<DivisionCode> parent() {
        return parents().stream().findFirst();
    }

    /** From the nearest up to the province; levels that are 00 are left out. */
    public List<DivisionCode> parents() {
        List<DivisionCode> parents = new ArrayList<>();
        for (int i = level().ordinal() - 1; i >= 0; i--) {
            DivisionLevel above = DivisionLevel.values()[i];
            DivisionCode parent = parse(digits.substring(0, above.digits()));
            if (parent.level() == above) {
                parents.add(parent);
            }
        }
        return List.copyOf(parents);
    }

    /** True for itself and every area inside. */
    public boolean contains(DivisionCode other) {
        return other.digits.startsWith(shortForm());
    }

    @Override
    public int compareTo(DivisionCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
