package org.gridsight.app.cameras.evidence;

import java.time.Duration;
import org.gridsight.app.cameras.DeviceRecordings;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.FragmentWriter;

/**
 * Writes down what a device plays back. The recording's own clock counts, however fast the device sends. Called by one
 * thread of the source at a time.
 */
final class DeviceReel implements SourceEvents {

    private static final long NANOS_PER_NINE_UNITS = 100_000;

    private final Recording recording;
    private final Duration wanted;
    private final FragmentWriter writer = new FragmentWriter();
    private boolean begun;
    private long first90k;
    private long last90k;

    DeviceReel(Recording recording, Duration wanted) {
        this.recording = recording;
        this.wanted = wanted;
    }

    /** Begins, and answers how to give it up. */
    AutoCloseable play(Source source) {
        source.open(this);
        return source;
    }

    @Override
    public void reached(StreamStep step) {
        // nobody watches: the ending says how far it came
    }

    @Override
    public void format(VideoFormat format) {
        writer.format(format).ifPresent(recording::format);
    }

    @Override
    public void picture(AccessUnit unit) {
        if (!begun && !unit.key()) {
            return;
        }
        if (!begun) {
            begun = true;
            first90k = unit.time90k();
        }
        long since = unit.time90k() - first90k;
        AccessUnit paced = new AccessUnit(unit.sample(), unit.time90k(), unit.key(), since / 9 * NANOS_PER_NINE_UNITS);
        Fragment fragment = writer.picture(paced);
        last90k = fragment.time90k();
        recording.picture(fragment);
        if (last90k >= units(wanted) + 90_000) {
            recording.end(Clip.Ending.COMPLETE, null);
        }
    }

    @Override
    public void fault(MediaFault fault) {
        // counted by the source
    }

    /** A device that says it is at the end, or has played nearly all before it fell silent, has done its work. */
    @Override
    public void ended(MediaFault cause) {
        boolean nearly = last90k * 10 >= units(wanted) * 9;
        boolean done = begun && (DeviceRecordings.saysTheEnd(cause) || nearly);
        recording.end(done ? Clip.Ending.COMPLETE : Clip.Ending.SOURCE_ENDED, done ? null : cause.code());
    }

    private static long units(Duration time) {
        return time.toMillis() * 90;
    }
}
