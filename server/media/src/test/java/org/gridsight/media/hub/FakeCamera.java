package org.gridsight.media.hub;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;

/** A camera a test plays: it remembers every run and says what the test says. */
final class FakeCamera implements SourceFactory {

    static final VideoFormat SMALL = format("6764000cacb202833f3e0220000003002000000641e28549", "68ebc3cb22c0");
    static final VideoFormat LARGE = format("6742c01ed900a02ff97011000003000100000300320f162e48", "68cb83cb20");

    private final ManualTimer timer;
    final List<Run> runs = new ArrayList<>();
    private long time;

    FakeCamera(ManualTimer timer) {
        this.timer = timer;
    }

    static VideoFormat format(String sps, String pps) {
        HexFormat hex = HexFormat.of();
        return new VideoFormat(Codec.H264, List.of(hex.parseHex(sps), hex.parseHex(pps)));
    }

    @Override
    public Source source(String cameraId) {
        Run run = new Run();
        runs.add(run);
        return run;
    }

    Run run() {
        return runs.get(runs.size() - 1);
    }

    int openRuns() {
        return (int) runs.stream()
                .filter(run -> run.listener.isPresent() && !run.closed)
                .count();
    }

    /** One opening of the camera. */
    final class Run implements Source {

        private Optional<SourceEvents> listener = Optional.empty();
        private boolean closed;

        @Override
        public void open(SourceEvents told) {
            listener = Optional.of(told);
        }

        @Override
        public void close() {
            closed = true;
        }

        boolean closed() {
            return closed;
        }

        void reached(StreamStep... steps) {
            for (StreamStep step : steps) {
                listener.orElseThrow().reached(step);
            }
        }

        void format(VideoFormat format) {
            listener.orElseThrow().format(format);
        }

        void fault(String code) {
            listener.orElseThrow().fault(new MediaFault(code, "told by the test"));
        }

        void end(String code) {
            listener.orElseThrow().ended(new MediaFault(code, "told by the test"));
        }

        /** One picture of this many bytes, 40 ms after the one before. */
        void picture(boolean key, int bytes) {
            timer.pass(40);
            time += 3_600;
            listener.orElseThrow().picture(new AccessUnit(new byte[bytes], time, key, timer.nanos()));
        }

        /** A key picture and some others. */
        void group(int pictures) {
            for (int i = 0; i < pictures; i++) {
                picture(i == 0, 1_000);
            }
        }
    }
}
