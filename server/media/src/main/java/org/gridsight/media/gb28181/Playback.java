package org.gridsight.media.gb28181;

import java.time.Duration;

/** A recording that is being played, as whoever watches it holds and winds it. */
public interface Playback {

    void pause();

    void resume();

    /** At another speed: 0.25 to 16. */
    void setSpeed(double speed);

    /** To so far behind its beginning. */
    void seek(Duration position);
}
