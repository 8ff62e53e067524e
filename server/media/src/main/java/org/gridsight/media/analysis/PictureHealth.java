package org.gridsight.media.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges one camera's pictures, one key picture in a while. A fault is told when three pictures in a row have it and is
 * taken back when three have not, so that a passing truck is no covered lens. Not thread-safe; keeps about 20 KB.
 *
 * <p>{@code MOVED} compares with a reference that is made of the first good pictures and follows slowly. A camera that
 * turns on purpose must be told about by {@link #lookAnew()}.
 */
public final class PictureHealth {

    private static final int CONFIRMED = 3;
    private static final double BLACK_MEAN = 24;
    private static final int BLACK_BRIGHT = 48;
    private static final double COVERED_FLAT = 0.9;
    private static final int SHARP = 24;
    private static final double SHARP_OF_USUAL = 0.35;
    private static final Duration FROZEN_FOR = Duration.ofSeconds(30);
    private static final double MOVED_LIKENESS = 0.3;
    private static final double STEADY_LIKENESS = 0.7;
    private static final double FOLLOW = 0.02;
    private static final int LEARNT = 5;

    private final Map<PictureFault, Integer> evidence = new EnumMap<>(PictureFault.class);
    private final Set<PictureFault> told = EnumSet.noneOf(PictureFault.class);
    private @Nullable LumaPlane last;
    private Instant changedAt = Instant.MIN;
    private @Nullable EdgeMap reference;
    private @Nullable EdgeMap lastEdges;
    private double usualSharpness;
    private int learnt;
    private @Nullable PictureMeasures measured;

    /** Goes on from what was kept over a restart: the usual view, and what was wrong by then. */
    public static PictureHealth resume(UsualView usual, Set<PictureFault> told) {
        PictureHealth health = new PictureHealth();
        health.reference = EdgeMap.of(usual.edges());
        health.usualSharpness = usual.sharpness();
        health.learnt = usual.learnt();
        health.alreadyTold(told);
        return health;
    }

    /** What was wrong by now, as somebody else remembers it; three good pictures take it back. */
    public void alreadyTold(Set<PictureFault> faults) {
        for (PictureFault fault : faults) {
            told.add(fault);
            evidence.put(fault, CONFIRMED);
        }
    }

    /** What it has learnt of the usual view; empty before the first good picture. */
    public Optional<UsualView> usual() {
        EdgeMap usual = reference;
        return usual == null ? Optional.empty() : Optional.of(new UsualView(usual.packed(), usualSharpness, learnt));
    }

    /** The figures of the last picture. */
    public Optional<PictureMeasures> measured() {
        return Optional.ofNullable(measured);
    }

    /** Whether the next picture should come soon: something is suspected but not told, or the usual view is still learnt. */
    public boolean isUndecided() {
        return learnt < LEARNT && told.isEmpty()
                || evidence.entrySet().stream()
                        .anyMatch(entry -> entry.getValue() > 0
                                && (entry.getValue() < CONFIRMED || !told.contains(entry.getKey())));
    }

    /** Judges the next picture, all of one size of about 160 x 90; answers what is wrong by now. */
    public Set<PictureFault> examine(LumaPlane plane, Instant at) {
        PictureMeasures measures = PictureMeasures.of(plane);
        measured = measures;
        Set<PictureFault> seen = EnumSet.noneOf(PictureFault.class);
        if (measures.mean() < BLACK_MEAN && measures.bright() < BLACK_BRIGHT) {
            seen.add(PictureFault.BLACK);
        } else if (measures.flatShare() >= COVERED_FLAT) {
            seen.add(PictureFault.COVERED);
        } else if (measures.sharpness() < SHARP || measures.sharpness() < SHARP_OF_USUAL * usualSharpness) {
            seen.add(PictureFault.BLURRED);
        }
        boolean clear = seen.isEmpty();
        if (frozen(plane, at)) {
            seen.add(PictureFault.FROZEN);
        }
        if (clear && moved(EdgeMap.of(plane), measures)) {
            seen.add(PictureFault.MOVED);
        }
        weigh(seen, clear);
        return Set.copyOf(told);
    }

    /** It has been turned on purpose: what it sees next is its usual view. */
    public void lookAnew() {
        reference = null;
        lastEdges = null;
        usualSharpness = 0;
        learnt = 0;
        evidence.remove(PictureFault.MOVED);
        told.remove(PictureFault.MOVED);
    }

    private boolean frozen(LumaPlane plane, Instant at) {
        LumaPlane before = last;
        last = plane;
        if (before == null || !Arrays.equals(before.pixels(), plane.pixels())) {
            changedAt = at;
            return false;
        }
        return Duration.between(changedAt, at).compareTo(FROZEN_FOR) >= 0;
    }

    // elsewhere, and steadily so: a crowd before the lens is unlike the reference but unlike itself too
    private boolean moved(EdgeMap edges, PictureMeasures measures) {
        EdgeMap before = lastEdges;
        lastEdges = edges;
        EdgeMap usual = reference;
        if (usual == null) {
            reference = edges;
            usualSharpness = measures.sharpness();
            return false;
        }
        double likeness = usual.likeness(edges);
        if (learnt >= LEARNT && likeness < MOVED_LIKENESS) {
            return before != null && before.likeness(edges) > STEADY_LIKENESS;
        }
        double share = learnt < LEARNT ? 1.0 / (learnt + 2) : FOLLOW;
        learnt = Math.min(LEARNT, learnt + 1);
        reference = usual.towards(edges, share);
        usualSharpness += share * (measures.sharpness() - usualSharpness);
        return false;
    }

    // of a picture that shows nothing nobody can say whether the camera was moved
    private void weigh(Set<PictureFault> seen, boolean clear) {
        for (PictureFault fault : PictureFault.values()) {
            if (fault == PictureFault.MOVED && !clear) {
                continue;
            }
            int count = evidence.getOrDefault(fault, 0);
            count = seen.contains(fault) ? Math.min(CONFIRMED, count + 1) : Math.max(0, count - 1);
            evidence.put(fault, count);
            if (count == CONFIRMED) {
                told.add(fault);
            } else if (count == 0) {
                told.remove(fault);
            }
        }
    }
}
