package org.gridsight.media.fmp4;

import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/**
 * Turns one camera's pictures into an init segment and fragments on one clock that outlives the runs of its source. Not
 * thread-safe: a source tells one thing after the other.
 */
public final class FragmentWriter {

    private static final long NANOS_PER_NINE_UNITS = 100_000;
    private static final long NONE = Long.MIN_VALUE;

    private final Timeline timeline = new Timeline();
    private @Nullable VideoFormat format;
    private @Nullable SoundLine sound;
    private long decode90k;
    private long arrivedNanos = NONE;
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
        decode90k = times.decode();
        arrivedNanos = unit.arrivedNanos();
        return new Fragment(bytes, unit.key(), times.decode(), unit.arrivedNanos());
    }

    /** From now on there is a track of sound, of this kind. False when there was already. */
    public boolean sound(SoundFormat next) {
        if (sound != null && sound.format().equals(next)) {
            return false;
        }
        sound = new SoundLine(next);
        return true;
    }

    /** The same init segment with the track of sound, where there is one. */
    public InitSegment withSound(InitSegment pictures) {
        SoundLine line = sound;
        return line == null
                ? pictures
                : Track.parse(pictures.format())
                        .map(track -> track.initSegment(line.format()))
                        .orElse(pictures);
    }

    /** Sound that came together; nothing before the first picture, whose clock it follows. */
    public Optional<SoundFragment> sound(List<byte[]> frames, long arrived) {
        SoundLine line = sound;
        if (line == null || arrivedNanos == NONE) {
            return Optional.empty();
        }
        long now90k = decode90k + Math.max(0, arrived - arrivedNanos) * 9 / NANOS_PER_NINE_UNITS;
        return line.frames(frames, now90k);
    }

    /** Silence where the sound is far behind the last picture, so that players never wait for it. */
    public Optional<SoundFragment> silence() {
        SoundLine line = sound;
        return line == null || arrivedNanos == NONE ? Optional.empty() : line.silence(decode90k);
    }
}
