package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gridsight.media.Await;
import org.gridsight.media.Bytes;
import org.gridsight.media.Codec;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.Told;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a simulated camera tells of its clock, over real sockets. */
class RtspClockTest {

    private static final Film FILM = Film.random(Codec.H264, 20, 500);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final RtspManners manners = new RtspManners();
    private final Told told = new Told();
    private EventLoop loop;

    @BeforeEach
    void start() throws IOException {
        loop = new EventLoop("rtsp-clock-test");
    }

    @AfterEach
    void stop() {
        loop.close();
        assertThat(loop.failureCount()).as("bugs of ours").isZero();
    }

    @ParameterizedTest
    @EnumSource(RtspTransport.class)
    void tellsTheClockOfTheCamera(RtspTransport transport) {
        Instant shown = Instant.parse("2026-05-04T03:02:01.500Z");
        manners.report = () -> Reports.showing(shown);
        play(transport, () -> !told.clocks.isEmpty());
        assertThat(told.clocks).containsExactly(shown);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void readsTheDateOfAnAnswerWhereNoReportComes() {
        manners.answers.put(
                "OPTIONS",
                "RTSP/1.0 200 OK\r\nCSeq: {cseq}\r\nDate: Mon, 04 May 2026 03:02:31 GMT\r\nPublic: DESCRIBE\r\n\r\n");
        play(RtspTransport.TCP, () -> !told.clocks.isEmpty());
        assertThat(told.clocks).containsExactly(Instant.parse("2026-05-04T03:02:31Z"));
        assertThat(told.faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RtspTransport.class)
    void countsABrokenReportAndGoesOn(RtspTransport transport) {
        manners.report = () -> Bytes.of(0x80, 0xc8, 0, 6, 1, 2, 3, 4, 5);
        play(transport, () -> !told.faults.isEmpty());
        assertThat(told.faults).hasSize(1).allMatch(fault -> fault.code().equals("rtcp-broken"));
        assertThat(told.clocks).isEmpty();
    }

    /** Until all pictures have come and something else has happened. */
    private void play(RtspTransport transport, BooleanSupplier further) {
        manners.seen = told.pictures::size;
        try (RtspCamera camera = new RtspCamera(FILM, manners)) {
            InetSocketAddress address = camera.address();
            CameraUrl url =
                    new CameraUrl(address.getAddress().getHostAddress(), address.getPort(), "/live", Optional.empty());
            RtspLimits limits = new RtspLimits(LONG, LONG, LONG, LONG, PictureAssembler.MAX_PICTURE);
            try (RtspSource source =
                    new RtspSource(loop, new RtspTarget(address, url, Optional.empty(), transport, limits))) {
                source.open(told);
                Await.until("pictures and reports", () -> told.pictures.size() == 100 && further.getAsBoolean());
            }
        }
    }
}
