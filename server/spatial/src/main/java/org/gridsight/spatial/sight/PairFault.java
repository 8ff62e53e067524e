package org.gridsight.spatial.sight;

import java.util.List;

/**
 * Why point pairs determine no map between picture and ground, and which of them it is about, counted from 0.
 *
 * @param inPicture whether it is the pixels that are wrong; else the places on the ground
 * @param pairs those to look at; empty when it is their number
 */
public record PairFault(Kind kind, boolean inPicture, List<Integer> pairs) {

    /** What is wrong. */
    public enum Kind {
        /** Fewer than four. */
        TOO_FEW,
        /** Fewer than four once those on the same spot count as one; those pairs are named. */
        SAME_SPOT,
        /** All of the named lie on one line, so that at most one other pair says anything. */
        ON_A_LINE,
        /** No camera sees the ground like that: the named contradict the others. */
        EXCHANGED
    }

    public PairFault {
        pairs = List.copyOf(pairs);
    }

    /** In a sentence, for a log or a refusal in English. */
    public String words() {
        String where = inPicture ? "picture" : "ground";
        return switch (kind) {
            case TOO_FEW, SAME_SPOT -> "at least 4 different points in the " + where + " are needed";
            case ON_A_LINE -> "the points in the " + where + " lie on a line but for one at most; add some beside it";
            case EXCHANGED ->
                "no camera sees the ground like that: some pairs are exchanged, or a point lies" + " above the horizon";
        };
    }
}
