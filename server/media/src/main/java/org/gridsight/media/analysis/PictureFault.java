package org.gridsight.media.analysis;

import java.util.Locale;

/** What can be wrong with a camera's picture; each is a reason for maintenance. */
public enum PictureFault {
    /** Hardly any light at all: lens cap, dead sensor. */
    BLACK,
    /** Something flat before the lens. */
    COVERED,
    /** No hard edge anywhere, or far fewer than this camera used to show: dirt, water, focus. */
    BLURRED,
    /** The same picture to the last pixel, again and again. */
    FROZEN,
    /** It steadily looks at something else than it used to. */
    MOVED;

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
