package org.gridsight.media.ps;

import org.gridsight.media.AdtsCutter;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.SoundTaker;

/** The sound of a program stream: AAC goes on, whatever else the map names is told once and left out. */
final class PsSound {

    private static final int AAC = 0x0f;
    private static final int UNTOLD = -1;

    private final SoundTaker taker;
    private final AdtsCutter cutter;
    private int type = UNTOLD;

    PsSound(SoundTaker taker) {
        this.taker = taker;
        this.cutter = new AdtsCutter(taker);
    }

    /** As the map says (GB/T 28181 annex C, ISO/IEC 13818-1 table 2-34). */
    void type(int told) {
        if (told == type) {
            return;
        }
        type = told;
        if (told != AAC) {
            taker.format(SoundFormat.unplayed(name(told)));
        }
    }

    void feed(byte[] data, int from, int to) {
        if (type == AAC || type == UNTOLD) {
            cutter.feed(data, from, to, System.nanoTime());
        }
    }

    private static String name(int type) {
        return switch (type) {
            case 0x90 -> "G.711 A";
            case 0x91 -> "G.711 µ";
            case 0x92 -> "G.722.1";
            case 0x93 -> "G.723.1";
            case 0x99 -> "G.729";
            case 0x9b -> "SVAC";
            case 0x03, 0x04 -> "MPEG";
            case 0x11 -> "AAC LATM";
            default -> "0x" + Integer.toHexString(type);
        };
    }
}
