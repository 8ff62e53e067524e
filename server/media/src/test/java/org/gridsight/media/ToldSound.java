package org.gridsight.media;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a source tells, its sound included. */
public final class ToldSound extends Told {

    public final List<SoundFormat> soundFormats = new CopyOnWriteArrayList<>();
    public final List<byte[]> frames = new CopyOnWriteArrayList<>();

    @Override
    public Optional<SoundTaker> sound() {
        return Optional.of(new SoundTaker() {
            @Override
            public void format(SoundFormat format) {
                soundFormats.add(format);
            }

            @Override
            public void frames(List<byte[]> more, long arrivedNanos) {
                frames.addAll(more);
            }
        });
    }
}
