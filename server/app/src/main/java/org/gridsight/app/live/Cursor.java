package org.gridsight.app.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Where one connection is in the log. Reads from the shared recent entries; one that came back after a cut first reads
 * older pages from the database. Used by one thread at a time.
 */
final class Cursor {

    /** What the next look at the log gave. */
    enum Step {
        ENTRY,
        UP_TO_DATE,
        PAGE_NEEDED,
        LOST
    }

    private final ArrayDeque<LogEntry> page = new ArrayDeque<>();
    private long offset;
    private boolean live;

    /** @param live whether this is the end of the log, from where a good reader never needs the database again */
    Cursor(long offset, boolean live) {
        this.offset = offset;
        this.live = live;
    }

    /** Everything up to here has been looked at. */
    long offset() {
        return offset;
    }

    Step look(RecentEntries recent) {
        if (!page.isEmpty()) {
            return Step.ENTRY;
        }
        // the end first: what is before it and not there has been pushed out
        long end = recent.head().position().offset();
        Optional<LogEntry> next = recent.at(offset + 1);
        if (next.isPresent()) {
            page.add(next.get());
            return Step.ENTRY;
        }
        if (offset >= end) {
            live = true;
            return Step.UP_TO_DATE;
        }
        return live ? Step.LOST : Step.PAGE_NEEDED;
    }

    LogEntry take() {
        LogEntry next = page.remove();
        offset = next.offset();
        return next;
    }

    /** False when the page does not continue where we are: the entries between have been deleted. */
    boolean accept(List<LogEntry> older) {
        if (older.isEmpty() || older.get(0).offset() != offset + 1) {
            return false;
        }
        page.addAll(older);
        return true;
    }
}
