/**
 * Streams to browsers: what happened since, lossless and in order, and where movers are now.
 *
 * <p>The way of a change: {@code ChangeLog} writes it to the outbox in the transaction of its command; {@code Tailer}
 * numbers it after commit (one at a time over all nodes, without gaps) and reads numbered entries into
 * {@code RecentEntries}; each {@code Connection} follows that log with a cursor of its own, one send under way, so that
 * nobody waits for anybody. A connection that falls off the log is told to read a snapshot.
 *
 * <p>Invariants: an offset is given only to a committed change; the changes of one thing have ascending offsets;
 * {@code prev} is the offset sent before in the same subscription; every frame passes scope and box; a heartbeat's
 * offset is safe to resume from. A restore gives {@code live.head} a new epoch, or empties it and the next start does.
 *
 * <p>Deliberately not here: any room (they are heard through {@code MapChange}, {@code LatestChange} and
 * {@code StreamSnapshot}), NOTIFY, positions in the database.
 */
@NullMarked
@ApplicationModule(
        displayName = "live",
        allowedDependencies = {"kernel", "access"})
package org.gridsight.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
