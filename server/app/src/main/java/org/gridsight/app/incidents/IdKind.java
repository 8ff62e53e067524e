package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** What an identity number is written on. Only the resident card has a check digit (GB 11643-1999). */
public enum IdKind {
    RESIDENT_ID(new Text("居民身份证", "Resident identity card")),
    PASSPORT(new Text("护照", "Passport")),
    OTHER(new Text("其他证件", "Other paper"));

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private final Text text;

    IdKind(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    boolean fits(String number) {
        return this != RESIDENT_ID || isResidentNumber(number);
    }

    /** For a number that came without its kind. */
    static IdKind guess(String number) {
        return isResidentNumber(number) ? RESIDENT_ID : OTHER;
    }

    private static boolean isResidentNumber(String number) {
        if (!number.matches("\\d{17}[\\dX]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK.charAt(sum % 11) == number.charAt(17);
    }
}
