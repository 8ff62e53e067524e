package org.gridsight.gisdata.demo;

/**
 * Nobody: 演示人员 and a number. The phone begins with 10, which no Chinese mobile number does; the identity number has 18
 * digits, an area that does not exist and a check digit that is always wrong (GB 11643).
 */
public record DemoPerson(String name, String phone, String idNumber) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    static DemoPerson numbered(int number) {
        long scattered = new Draws(number).next() >>> 1;
        String name = "演示人员" + padded(number, 3);
        String phone = "100" + padded(scattered % 10_000, 4) + padded(number, 4);
        String birth =
                (1950 + scattered % 50) + padded(1 + scattered / 64 % 12, 2) + padded(1 + scattered / 1024 % 28, 2);
        String body = "990001" + birth + padded(number % 1000, 3);
        return new DemoPerson(name, phone, body + wrongCheckDigit(body));
    }

    private static char wrongCheckDigit(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt((sum + 5) % 11);
    }

    private static String padded(long value, int digits) {
        return "0".repeat(Math.max(0, digits - Long.toString(value).length())) + value;
    }
}
