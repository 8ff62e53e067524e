package org.gridsight.app.hotspots;

import java.util.List;
import java.util.UUID;
import org.gridsight.app.kernel.Text;

/**
 * Cases that did not count, and why: a place or a report with something wrong must not make a hotspot.
 *
 * @param incidentIds at most {@value #MOST_IDS}, so that somebody can look
 */
public record SetAside(String reason, String zh, String en, int count, List<UUID> incidentIds) {

    private static final int MOST_IDS = 100;

    static SetAside of(String reason, Text words, List<UUID> ids) {
        List<UUID> some = ids.size() <= MOST_IDS ? ids : ids.subList(0, MOST_IDS);
        return new SetAside(reason, words.zh(), words.en(), ids.size(), List.copyOf(some));
    }

    /** Both taken together. */
    SetAside plus(SetAside other) {
        List<UUID> ids = new java.util.ArrayList<>(incidentIds);
        ids.addAll(other.incidentIds.subList(0, Math.min(MOST_IDS - ids.size(), other.incidentIds.size())));
        return new SetAside(reason, zh, en, count + other.count, List.copyOf(ids));
    }
}
