package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Cases of the past as columns, in the order of their seq: about 80 bytes a case, so that a million can be studied at
 * once. Names nobody: a reporter is a number that means something within one instance only. Not changed once filled.
 */
public final class PastCases {

    /** Nobody is known to have reported it. */
    public static final int NOBODY = 0;

    private static final IncidentKind[] KINDS = IncidentKind.values();
    private static final DisputeCategory[] CATEGORIES = DisputeCategory.values();
    private static final IncidentSource[] SOURCES = IncidentSource.values();
    private static final int FIRST_ROOM = 1024;

    private int size;
    private long[] seqs = new long[FIRST_ROOM];
    private long[] ids = new long[2 * FIRST_ROOM];
    private double[] lngs = new double[FIRST_ROOM];
    private double[] lats = new double[FIRST_ROOM];
    private long[] occurred = new long[FIRST_ROOM];
    private long[] received = new long[FIRST_ROOM];
    private byte[] kinds = new byte[FIRST_ROOM];
    private byte[] categories = new byte[FIRST_ROOM];
    private byte[] sources = new byte[FIRST_ROOM];
    private int[] reporters = new int[FIRST_ROOM];
    private int[] flags = new int[FIRST_ROOM];
    private int[] grids = new int[FIRST_ROOM];
    private final Words reporterNumbers = new Words();
    private final Words flagTexts = new Words();
    private final Words gridCodes = new Words();

    PastCases() {}

    /** One row as the database gives it; {@code reporter} is whatever tells people apart, or empty. */
    record Row(
            long seq,
            UUID id,
            double lng,
            double lat,
            Instant occurredAt,
            Instant receivedAt,
            IncidentKind kind,
            Optional<DisputeCategory> category,
            IncidentSource source,
            String reporter,
            String flags,
            String gridCode) {}

    void add(Row row) {
        if (size == seqs.length) {
            grow(size + (size >> 1));
        }
        seqs[size] = row.seq();
        ids[2 * size] = row.id().getMostSignificantBits();
        ids[2 * size + 1] = row.id().getLeastSignificantBits();
        lngs[size] = row.lng();
        lats[size] = row.lat();
        occurred[size] = row.occurredAt().toEpochMilli();
        received[size] = row.receivedAt().toEpochMilli();
        kinds[size] = (byte) row.kind().ordinal();
        categories[size] =
                (byte) (int) row.category().map(DisputeCategory::ordinal).orElse(-1);
        sources[size] = (byte) row.source().ordinal();
        reporters[size] = row.reporter().isEmpty() ? NOBODY : 1 + reporterNumbers.number(row.reporter());
        flags[size] = flagTexts.number(row.flags());
        grids[size] = gridCodes.number(row.gridCode());
        size++;
    }

    /** Gives back what was reserved; no case is added afterwards. */
    PastCases filled() {
        grow(size);
        reporterNumbers.forget();
        return this;
    }

    private void grow(int room) {
        seqs = Arrays.copyOf(seqs, room);
        ids = Arrays.copyOf(ids, 2 * room);
        lngs = Arrays.copyOf(lngs, room);
        lats = Arrays.copyOf(lats, room);
        occurred = Arrays.copyOf(occurred, room);
        received = Arrays.copyOf(received, room);
        kinds = Arrays.copyOf(kinds, room);
        categories = Arrays.copyOf(categories, room);
        sources = Arrays.copyOf(sources, room);
        reporters = Arrays.copyOf(reporters, room);
        flags = Arrays.copyOf(flags, room);
        grids = Arrays.copyOf(grids, room);
    }

    long lastSeq() {
        return size == 0 ? Long.MIN_VALUE : seqs[size - 1];
    }

    public int size() {
        return size;
    }

    public long seq(int i) {
        return seqs[i];
    }

    public UUID id(int i) {
        return new UUID(ids[2 * i], ids[2 * i + 1]);
    }

    public double lng(int i) {
        return lngs[i];
    }

    public double lat(int i) {
        return lats[i];
    }

    /** Milliseconds since 1970. */
    public long occurredAt(int i) {
        return occurred[i];
    }

    /** Milliseconds since 1970. */
    public long receivedAt(int i) {
        return received[i];
    }

    public IncidentKind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** What a dispute is about, in the list it was entered by. */
    public Optional<DisputeCategory> category(int i) {
        return categories[i] < 0 ? Optional.empty() : Optional.of(CATEGORIES[categories[i]]);
    }

    public IncidentSource source(int i) {
        return SOURCES[sources[i]];
    }

    /** The same number for the same person, {@link #NOBODY} when none is known. */
    public int reporter(int i) {
        return reporters[i];
    }

    /** What was odd about the place, as {@code LocationFlag} names joined by commas; mostly empty. */
    public String locationFlags(int i) {
        return flagTexts.word(flags[i]);
    }

    public String gridCode(int i) {
        return gridCodes.word(grids[i]);
    }

    /** Different words by the order in which they came. */
    private static final class Words {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> words = new ArrayList<>();

        int number(String word) {
            Integer known = numbers.get(word);
            if (known != null) {
                return known;
            }
            numbers.put(word, words.size());
            words.add(word);
            return words.size() - 1;
        }

        String word(int number) {
            return words.get(number);
        }

        void forget() {
            numbers.clear();
            words.clear();
        }
    }
}
