package org.gridsight.app.live;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The youngest numbered entries of this node, shared by all connections. One thread appends (the tailer), any thread
 * reads without locks: a slot holds the entry asked for, or one that has pushed it out.
 */
final class RecentEntries {

    static final int SLOTS = 1 << 15;

    /** Where the log of this node ends, and when the database last said so. */
    record Head(Position position, Instant confirmed) {}

    private final AtomicReferenceArray<LogEntry> slots = new AtomicReferenceArray<>(SLOTS);
    private final long mostBytes;
    // written by the tailer alone
    private long bytes;
    private long oldest;
    private volatile Head head;

    RecentEntries(Head start, long mostBytes) {
        this.head = start;
        this.oldest = start.position().offset() + 1;
        this.mostBytes = mostBytes;
    }

    Head head() {
        return head;
    }

    /** Empty when the entry is too old, or not there yet. */
    Optional<LogEntry> at(long offset) {
        LogEntry entry = slots.get(slot(offset));
        return entry != null && entry.offset() == offset ? Optional.of(entry) : Optional.empty();
    }

    void append(LogEntry entry) {
        bytes += entry.weight();
        while (bytes > mostBytes && oldest < entry.offset() || entry.offset() - oldest >= SLOTS) {
            dropOldest();
        }
        slots.set(slot(entry.offset()), entry);
        head = new Head(new Position(head.position().epoch(), entry.offset()), head.confirmed());
    }

    void confirm(Instant now) {
        head = new Head(head.position(), now);
    }

    private void dropOldest() {
        LogEntry gone = slots.get(slot(oldest));
        if (gone != null) {
            bytes -= gone.weight();
            slots.lazySet(slot(oldest), null);
        }
        oldest++;
    }

    private static int slot(long offset) {
        return (int) (offset & (SLOTS - 1));
    }
}
