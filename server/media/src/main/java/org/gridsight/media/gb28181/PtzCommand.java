package org.gridsight.media.gb28181;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The eight bytes of GB/T 28181 annex A.3 that move a camera, as 16 hexadecimal digits. */
final class PtzCommand {

    private static final int RIGHT = 0x01;
    private static final int LEFT = 0x02;
    private static final int DOWN = 0x04;
    private static final int UP = 0x08;
    private static final int NEARER = 0x10;
    private static final int WIDER = 0x20;

    private PtzCommand() {}

    static String move(PtzMove move) {
        int bits = sign(move.pan(), RIGHT, LEFT) | sign(move.tilt(), UP, DOWN) | sign(move.zoom(), NEARER, WIDER);
        return code(bits, speed(move.pan(), 255), speed(move.tilt(), 255), speed(move.zoom(), 15) << 4);
    }

    static String preset(PresetAction action, int number) {
        return code(action.code(), 0, number, 0);
    }

    /** The bytes of an order from above; empty when they are none. */
    private static Optional<byte[]> bytes(String digits) {
        if (!digits.matches("[0-9a-fA-F]{16}")) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(digits);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += bytes[i] & 0xff;
        }
        boolean sound = (bytes[0] & 0xff) == 0xa5 && (sum & 0xff) == (bytes[7] & 0xff);
        return sound ? Optional.of(bytes) : Optional.empty();
    }

    /** What an order from above does with a stored direction; empty for any other order. */
    static Optional<PresetOrder> readPreset(String digits) {
        return bytes(digits)
                .flatMap(bytes -> PresetAction.of(bytes[3] & 0xff)
                        .filter(action -> bytes[5] != 0)
                        .map(action -> new PresetOrder(action, bytes[5] & 0xff)));
    }

    /** What an order from above wants moved; empty for what is no movement, or no order. */
    static Optional<PtzMove> read(String digits) {
        return bytes(digits).filter(bytes -> (bytes[3] & 0xff) <= 0x3f).map(PtzCommand::moved);
    }

    private static PtzMove moved(byte[] bytes) {
        int bits = bytes[3] & 0xff;
        return new PtzMove(
                told(bits, RIGHT, LEFT, (bytes[4] & 0xff) / 255.0),
                told(bits, UP, DOWN, (bytes[5] & 0xff) / 255.0),
                told(bits, NEARER, WIDER, (bytes[6] >> 4 & 0x0f) / 15.0));
    }

    private static double told(int bits, int positive, int negative, double speed) {
        double moving = Math.max(speed, 1 / 255.0);
        if ((bits & positive) != 0) {
            return moving;
        }
        return (bits & negative) == 0 ? 0 : -moving;
    }

    private static int sign(double value, int positive, int negative) {
        if (value == 0) {
            return 0;
        }
        return value > 0 ? positive : negative;
    }

    /** The slowest movement is 1, not 0: some devices do not move at all at 0. */
    private static int speed(double value, int fastest) {
        return value == 0 ? 0 : Math.max(1, (int) Math.round(Math.abs(value) * fastest));
    }

    private static String code(int command, int fifth, int sixth, int seventh) {
        // byte 2: version 0, and the check (A + 5 + version) mod 16; byte 3: address 1, as devices expect
        int[] bytes = {0xa5, 0x0f, 0x01, command, fifth, sixth, seventh, 0};
        int sum = 0;
        StringBuilder text = new StringBuilder(16);
        for (int i = 0; i < 7; i++) {
            sum += bytes[i];
        }
        bytes[7] = sum & 0xff;
        for (int value : bytes) {
            text.append(String.format(Locale.ROOT, "%02X", value));
        }
        return text.toString();
    }
}
