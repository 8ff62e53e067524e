package org.gridsight.app.hotspots;

import org.gridsight.app.kernel.Text;

/** Cases that did not count, and why: a place or a report with something wrong must not make a hotspot. */
public record SetAside(String reason, String zh, String en, int count) {

    static SetAside of(String reason, Text words, int count) {
        return new SetAside(reason, words.zh(), words.en(), count);
    }
}
