package org.gridsight.media.fmp4;

import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/**
 * Turns one camera's pictures into an init segment and fragments on one clock that outlives the runs of its source. Not
 * thread-safe: a source tells one thing after the other.
 */
public final class FragmentWriter {

    private final Timeline timeline = new Timeline();
    private @Nullable VideoFormat format;
    private int sequence;

    /** What the pictures that follow need; empty when the parameter sets cannot be read. */
    public Optional<InitSegment> format(VideoFormat next) {
        Optional<Track> track = Track.parse(next);
        if (track.isPresent() && !next.equals(format)) {
            timeline.reorder(track.get().layout().reorder());
            format = next;
        }
        return track.map(Track::initSegment);
    }

    /** The source begins anew: its clock may be another one. */
    public void interrupted() {
        timeline.interrupted();
    }

    public Fragment picture(AccessUnit unit) {
        Timeline.Times times = timeline.next(unit.time90k(), unit.arrivedNanos());
        byte[] bytes = FragmentBoxes.write(++sequence, unit.sample(), unit.key(), times);
        return new Fragment(bytes, unit.key(), times.decode(), unit.arrivedNanos());
    }
}
