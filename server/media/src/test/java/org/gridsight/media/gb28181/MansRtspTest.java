package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders to a recording as upper platforms write them. */
class MansRtspTest implements Playback {

    private final List<String> done = new ArrayList<>();

    private boolean order(String text) {
        return MansRtsp.carryOut(text.getBytes(StandardCharsets.US_ASCII), this);
    }

    @Test
    void holdsWindsAndHurriesARecording() {
        assertThat(order("PAUSE RTSP/1.0\r\nCSeq: 1\r\nPauseTime: now\r\n\r\n")).isTrue();
        assertThat(order("PLAY RTSP/1.0\r\nCSeq: 2\r\nRange: npt=now-\r\n\r\n")).isTrue();
        assertThat(order("PLAY MANSRTSP/1.0\r\nCSeq: 3\r\nScale: 4.0\r\n\r\n")).isTrue();
        assertThat(order("PLAY MANSRTSP/1.0\nCSeq: 4\nRange: npt=100-\n\n")).isTrue();
        assertThat(done).containsExactly("pause", "resume", "speed 4.0", "seek 100");
    }

    @Test
    void refusesWhatNoRecordingCouldFollow() {
        assertThat(order("")).isFalse();
        assertThat(order("TEARDOWN RTSP/1.0\r\n\r\n")).isFalse();
        assertThat(order("PLAY RTSP/1.0\r\nScale: 99\r\n\r\n")).isFalse();
        assertThat(order("PLAY RTSP/1.0\r\n" + "x".repeat(5_000))).isFalse();
        assertThat(done).isEmpty();
    }

    @Override
    public void pause() {
        done.add("pause");
    }

    @Override
    public void resume() {
        done.add("resume");
    }

    @Override
    public void setSpeed(double speed) {
        done.add("speed " + speed);
    }

    @Override
    public void seek(Duration position) {
        done.add("seek " + position.toSeconds());
    }
}
