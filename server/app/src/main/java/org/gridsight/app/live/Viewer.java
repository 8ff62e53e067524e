package org.gridsight.app.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.live.StreamTables.State;
import org.gridsight.spatial.Box;

/**
 * What one connection has been told and is to be told next: answers first, then the heartbeat, positions, and the next
 * entry after its cursor. Nothing is queued for it but answers. Used by one thread at a time.
 */
final class Viewer {

    private final Sources sources;
    private final Queue<String> answers = new ArrayDeque<>();
    private Optional<Subscription> subscription = Optional.empty();
    private Cursor cursor = new Cursor(0, true);
    private String epoch = "";
    private long lastSent;
    private long positionsSeen;
    private long camerasSeen;
    private boolean heartbeatDue;
    private boolean positionsDue;
    private boolean camerasDue;
    private boolean pageDue;

    Viewer(Sources sources) {
        this.sources = sources;
    }

    void begin(Subscription wanted) {
        begin(wanted, sources.recent().head().position(), true);
    }

    /** @param state what the database says about the log now */
    void resume(Subscription wanted, Position from, Optional<State> state) {
        String current = state.map(State::epoch).orElse("");
        if (!current.equals(from.epoch())) {
            requireSnapshot(current, "epoch");
        } else if (from.offset() > state.map(State::offset).orElse(0L)) {
            requireSnapshot(current, "ahead");
        } else {
            begin(wanted, from, false);
        }
    }

    private void begin(Subscription wanted, Position from, boolean live) {
        epoch = from.epoch();
        cursor = new Cursor(from.offset(), live);
        pageDue = false;
        show(wanted);
    }

    /** A new box counts from the answer on: a snapshot of it read after the answer misses nothing. */
    void look(Optional<Box> viewport) {
        if (subscription.isPresent()) {
            show(subscription.get().within(viewport));
        } else {
            refuse(new Rejected(LiveReason.NOT_SUBSCRIBED));
        }
    }

    private void show(Subscription wanted) {
        subscription = Optional.of(wanted);
        lastSent = cursor.offset();
        positionsSeen = 0;
        positionsDue = true;
        camerasSeen = 0;
        camerasDue = true;
        answers.add(sources.frames().subscribed(new Position(epoch, lastSent)));
    }

    void refuse(Rejected refusal) {
        answers.add(sources.frames().error(refusal));
    }

    void heartbeatDue() {
        heartbeatDue = true;
    }

    /** The same beat serves both sorts of which only the latest counts. */
    void positionsDue() {
        positionsDue = true;
        camerasDue = true;
    }

    /** The cursor that needs an older page before anything more can be sent, if it does. */
    Optional<Cursor> pageDue() {
        return pageDue ? Optional.of(cursor) : Optional.empty();
    }

    /** An older page; ignored when the viewer has subscribed anew or moved on meanwhile. */
    void accept(Cursor asked, long from, List<LogEntry> page) {
        if (asked == cursor && pageDue && cursor.offset() == from) {
            pageDue = false;
            if (!cursor.accept(page)) {
                requireSnapshot(epoch, "expired");
            }
        }
    }

    Optional<String> next() {
        Position end = sources.recent().head().position();
        if (subscription.isPresent() && !end.epoch().equals(epoch)) {
            requireSnapshot(end.epoch(), "epoch");
        }
        if (!answers.isEmpty()) {
            return Optional.of(answers.remove());
        }
        if (heartbeatDue) {
            heartbeatDue = false;
            long offset = subscription.isPresent() ? cursor.offset() : end.offset();
            return Optional.of(
                    sources.frames().heartbeat(offset, sources.recent().head().confirmed()));
        }
        return subscription.flatMap(
                viewer -> positions(viewer).or(() -> cameras(viewer)).or(() -> change(viewer)));
    }

    private Optional<String> positions(Subscription viewer) {
        if (!positionsDue || !viewer.positions()) {
            return Optional.empty();
        }
        positionsDue = false;
        PositionBoard.News news = sources.positions().since(positionsSeen, viewer);
        positionsSeen = news.turn();
        return news.isEmpty() ? Optional.empty() : Optional.of(sources.frames().positions(news));
    }

    private Optional<String> cameras(Subscription viewer) {
        if (!camerasDue || !viewer.cameras()) {
            return Optional.empty();
        }
        camerasDue = false;
        StatusBoard.News news = sources.cameras().since(camerasSeen, viewer);
        camerasSeen = news.turn();
        return news.items().isEmpty()
                ? Optional.empty()
                : Optional.of(sources.frames().cameras(news));
    }

    private Optional<String> change(Subscription viewer) {
        Cursor.Step step = cursor.look(sources.recent());
        while (step == Cursor.Step.ENTRY) {
            LogEntry entry = cursor.take();
            Subscription.Sight sight = viewer.sight(entry);
            if (sight != Subscription.Sight.NOTHING) {
                long prev = lastSent;
                lastSent = entry.offset();
                return Optional.of(Frames.change(entry, prev, viewer, sight));
            }
            step = cursor.look(sources.recent());
        }
        pageDue = step == Cursor.Step.PAGE_NEEDED;
        if (step == Cursor.Step.LOST) {
            sources.overflowed();
            requireSnapshot(epoch, "too-slow");
            return Optional.of(answers.remove());
        }
        return Optional.empty();
    }

    private void requireSnapshot(String currentEpoch, String reason) {
        subscription = Optional.empty();
        pageDue = false;
        answers.add(sources.frames().snapshotRequired(currentEpoch, reason));
    }
}
