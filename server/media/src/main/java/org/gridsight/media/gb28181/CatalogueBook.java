package org.gridsight.media.gb28181;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The channels of one device: those known, and those of an answer that is still coming in. Devices promise a wrong number,
 * send one item or a hundred per message, and stop in the middle. Belongs to the station's thread.
 */
final class CatalogueBook {

    /** More than the largest county platform shares; a bound all the same. */
    private static final int MAX_CHANNELS = 50_000;

    private final Map<String, Channel> known = new LinkedHashMap<>();
    private final Map<String, Channel> coming = new LinkedHashMap<>();
    private boolean open;
    private boolean complete;
    private int promised;
    private long changes;

    /** A new question has gone out; what had come of an older answer is kept as known. */
    void ask() {
        known.putAll(coming);
        coming.clear();
        open = true;
        promised = 0;
    }

    /** Takes items of an answer; true when all that was promised has come. */
    boolean take(int sum, List<Channel> items) {
        changes++;
        if (!open) {
            // more than was promised, or nobody asked: still true, but the promise was not
            complete = false;
            items.forEach(item -> put(known, item));
            return false;
        }
        promised = Math.max(promised, sum);
        items.forEach(item -> put(coming, item));
        return promised > 0 && coming.size() >= promised;
    }

    /** The answer is over. When all came, what is not in it is gone. */
    void finish() {
        complete = open && promised > 0 && coming.size() >= promised;
        if (complete) {
            known.clear();
        }
        known.putAll(coming);
        coming.clear();
        open = false;
    }

    /** A device that says it has no channels at all. */
    void finishEmpty() {
        known.clear();
        coming.clear();
        open = false;
        complete = true;
        changes++;
    }

    /** One change from a subscription: ADD, UPDATE, DEL, ON, OFF, VLOST, DEFECT. */
    void change(String event, Channel item) {
        changes++;
        Channel old = known.get(item.id());
        switch (event) {
            case "DEL" -> known.remove(item.id());
            case "ON" -> put(known, withOnline(old == null ? item : old, true));
            case "OFF", "VLOST", "DEFECT" -> put(known, withOnline(old == null ? item : old, false));
            default -> put(known, item);
        }
    }

    private static void put(Map<String, Channel> into, Channel item) {
        if (into.size() < MAX_CHANNELS || into.containsKey(item.id())) {
            into.put(item.id(), item);
        }
    }

    private static Channel withOnline(Channel old, boolean online) {
        return new Channel(
                old.id(),
                old.name(),
                old.parentId(),
                old.civilCode(),
                old.manufacturer(),
                old.video(),
                online,
                old.ptzType(),
                old.direction(),
                old.point());
    }

    boolean isOpen() {
        return open;
    }

    boolean isComplete() {
        return complete;
    }

    /** Grows with each message: a timer that finds it unchanged knows that nothing came since. */
    long changes() {
        return changes;
    }

    List<Channel> channels() {
        return List.copyOf(known.values());
    }
}
