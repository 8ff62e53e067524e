package org.gridsight.media.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks good inputs in the ways that networks and attackers do; the same seed gives the same inputs. */
final class Mutations {

    private static final int MOST_BYTES = 1 << 16;
    private static final int[] ODD = {0, 1, 0x7f, 0x80, 0xff, 0xe0, 0xba, 0x47, '\r', '\n', '<', '&', '%', '"'};

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = 1 + random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) ODD[random.nextInt(ODD.length)];
            case 3 -> bytes = joined(bytes, at, to, bytes.length);
            case 4 -> bytes = bytes.length * 2 < MOST_BYTES ? joined(bytes, to, at, bytes.length) : bytes;
            case 5 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int end = Math.min(other.length, to - at);
                System.arraycopy(other, 0, bytes, at, Math.min(end, bytes.length - at));
            }
            default -> bytes = Arrays.copyOf(bytes, at);
        }
        return bytes;
    }

    /** The bytes up to one place, then those between two others. */
    private static byte[] joined(byte[] bytes, int until, int from, int to) {
        byte[] result = Arrays.copyOf(bytes, until + Math.max(0, to - from));
        System.arraycopy(bytes, from, result, until, Math.max(0, to - from));
        return result;
    }
}
