package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.gridsight.media.Await;
import org.gridsight.media.Told;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two of our own platforms, one above the other: what the lower one shares plays in the upper one, and nothing else. */
class UpperLinkTest {

    private final SharedCameras lower;
    private final EventLoop loop;
    private Station upper;

    UpperLinkTest() throws IOException {
        lower = new SharedCameras();
        loop = new EventLoop("upper-link-test");
        upper = new Station();
    }

    @BeforeEach
    void nothingIsToldYet() {
        assertThat(upper.told).isEmpty();
    }

    @AfterEach
    void end() {
        upper.close();
        lower.close();
        loop.close();
    }

    private UpperPlatform platform(boolean tcp) {
        return new UpperPlatform(
                SimDevice.STATION,
                SimDevice.DOMAIN,
                "127.0.0.1",
                upper.port,
                tcp,
                SharedCameras.OWN,
                Station.PASSWORD,
                tcp ? "3.0" : "2.0",
                tcp);
    }

    private UpperLink link(boolean tcp) throws IOException {
        UpperLink link = lower.link(platform(tcp), UnaryOperator.identity());
        Await.until("the catalogue", () -> upper.told.contains("channels 2"));
        return link;
    }

    private Told play(String channelId, MediaTransport transport) {
        Told told = new Told();
        upper.sip
                .source(StreamRequest.live(SharedCameras.OWN, channelId, transport), loop)
                .open(told);
        return told;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void playsWhatIsSharedAndSignsOut(boolean tcp) throws IOException {
        try (UpperLink link = link(tcp)) {
            assertThat(link.state().standing()).isEqualTo(UpperState.Standing.REGISTERED);
            Device device = upper.sip.findDevice(SharedCameras.OWN).orElseThrow();
            assertThat(device.version()).isEqualTo(tcp ? "3.0" : "2.0");
            assertThat(device.overTcp()).isEqualTo(tcp);
            Channel first = upper.channels.get(0);
            assertThat(first.name()).isEqualTo("村口<球机>&东");
            assertThat(first.ptzType()).isEqualTo(1);
            assertThat(first.point()).contains(new DevicePoint(117.9, 35.8));
            assertThat(upper.channels.get(1).online()).isFalse();
            for (MediaTransport transport : MediaTransport.values()) {
                plays(link, transport);
            }
        }
        Await.until("signing out", () -> upper.told.contains("offline " + SharedCameras.OWN));
        assertThat(upper.faults("sip-bug")).isZero();
    }

    private void plays(UpperLink link, MediaTransport transport) {
        lower.register.clear();
        Told told = new Told();
        InviteSource source =
                upper.sip.source(StreamRequest.live(SharedCameras.OWN, SharedCameras.TURNABLE, transport), loop);
        source.open(told);
        Await.until("pictures by " + transport, () -> told.pictures.size() >= 25);
        List<Integer> numbers =
                told.pictures.stream().map(SharedCameras::numberOf).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(told.pictures.get(0).key()).isTrue();
        if (transport != MediaTransport.UDP) {
            assertThat(told.faults).isEmpty();
        }
        assertThat(lower.register).containsExactly("open " + SharedCameras.TURNABLE, "began");
        assertThat(link.state().streams()).isEqualTo(1);
        source.close();
        // its connection may end before its BYE comes
        Await.until("the end", () -> lower.register.stream().anyMatch(line -> line.startsWith("ended up-")));
        Await.until("no stream", () -> link.state().streams() == 0);
    }

    @Test
    void refusesWhatIsNotShared() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (UpperLink link = link(false)) {
            assertThat(endOf("34020000001320000077")).isEqualTo("ended gb-invite-refused-404");
            assertThat(endOf(SharedCameras.MASKED)).isEqualTo("ended gb-invite-refused-403");
            assertThat(lower.register).isEmpty();

            assertThat(turn(SharedCameras.FIXED)).isEqualTo(CommandResult.REFUSED);
            assertThat(turn("34020000001320000077")).isEqualTo(CommandResult.REFUSED);
            assertThat(turn(SharedCameras.TURNABLE)).isEqualTo(CommandResult.TAKEN);
            Await.until("the stop", () -> lower.register.contains("turn stop"));
            assertThat(lower.register.get(0)).isEqualTo("turn 50");
            assertThat(link.faults()).containsKeys("up-not-shared", "up-turn-refused");
        }
    }

    private CommandResult turn(String channelId) throws InterruptedException, ExecutionException, TimeoutException {
        return upper.sip
                .move(SharedCameras.OWN, channelId, new PtzMove(0.5, 0, 0), Duration.ofMillis(100))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private String endOf(String channelId) {
        Told told = play(channelId, MediaTransport.TCP_PASSIVE);
        Await.until("the refusal", () -> !told.ends.isEmpty());
        return told.words.get(told.words.size() - 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaTransport.class,
            names = {"TCP_PASSIVE", "UDP"})
    void playsRecordingsToTheirEnd(MediaTransport transport) throws IOException {
        StreamRequest.Span span = new StreamRequest.Span(Instant.ofEpochSecond(10), Instant.ofEpochSecond(20));
        try (UpperLink link = link(false)) {
            Told refused = new Told();
            recorded(SharedCameras.FIXED, transport, span).open(refused);
            Await.until("the refusal", () -> !refused.ends.isEmpty());
            assertThat(refused.words).last().isEqualTo("ended gb-invite-refused-403");

            Told told = new Told();
            InviteSource source = recorded(SharedCameras.TURNABLE, transport, span);
            source.open(told);
            source.seek(Duration.ofSeconds(5));
            Await.until("the end", () -> !told.ends.isEmpty());
            assertThat(told.words).last().isEqualTo("ended gb-recording-end");
            assertThat(told.pictures.get(0).key()).isTrue();
            assertThat(told.pictures.stream().map(SharedCameras::numberOf))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(number -> number < SharedCameras.RECORDED);
            assertThat(lower.register).contains("recording 10-20", "began");
            Await.until("no stream", () -> link.state().streams() == 0);
            Await.until("the end on record", () -> lower.register.stream().anyMatch(line -> line.startsWith("ended ")));
        }
    }

    private InviteSource recorded(String channelId, MediaTransport transport, StreamRequest.Span span) {
        return upper.sip.source(StreamRequest.recording(SharedCameras.OWN, channelId, transport, span), loop);
    }

    @Test
    void asksForRecordingsAndPresetsBelow() throws Exception {
        try (UpperLink link = link(false)) {
            Instant morning = Instant.parse("2026-11-23T00:00:00Z");
            StreamRequest.Span span = new StreamRequest.Span(morning, morning.plus(Duration.ofHours(12)));
            RecordingQuery query = RecordingQuery.all(span, lower.zone());
            Findings<RecordedSpan> found = upper.sip
                    .recordings(SharedCameras.OWN, SharedCameras.TURNABLE, query)
                    .toCompletableFuture()
                    .get(90, TimeUnit.SECONDS);
            assertThat(found.complete()).isTrue();
            assertThat(found.items()).hasSize(8);
            assertThat(found.items().get(7).from()).isEqualTo(morning.plus(Duration.ofHours(7)));
            assertThat(found.items().get(7).name()).isEqualTo("录像7");
            assertThat(upper.sip
                            .recordings(SharedCameras.OWN, SharedCameras.FIXED, query)
                            .toCompletableFuture()
                            .get(90, TimeUnit.SECONDS)
                            .items())
                    .isEmpty();
            assertThat(upper.sip
                            .presets(SharedCameras.OWN, SharedCameras.TURNABLE)
                            .toCompletableFuture()
                            .get(90, TimeUnit.SECONDS)
                            .items())
                    .containsExactly(new DevicePreset(3, "村口"), new DevicePreset(12, "桥头"));
            assertThat(link.faults()).containsKey("up-not-shared");
        }
    }

    @Test
    void tellsChangesAndEndsWhatIsWithdrawn() throws IOException {
        try (UpperLink link = link(true)) {
            Await.until("a subscription", () -> {
                // nothing is told before somebody subscribes, so this is repeated until it is
                lower.channels = List.of(
                        new SharedChannel(SharedCameras.TURNABLE, "改名", true, 1, Optional.empty()),
                        new SharedChannel(SharedCameras.MASKED, "新的", true, 0, Optional.empty()));
                link.changed();
                return upper.channels.stream()
                        .anyMatch(channel -> channel.name().equals("改名"));
            });
            assertThat(upper.channels.stream().map(Channel::id))
                    .containsExactlyInAnyOrder(SharedCameras.TURNABLE, SharedCameras.MASKED);
            Told told = play(SharedCameras.TURNABLE, MediaTransport.TCP_PASSIVE);
            Await.until("pictures", () -> told.pictures.size() >= 3);
            link.end(SharedCameras.TURNABLE, "withdrawn");
            Await.until("the end", () -> !told.ends.isEmpty());
            Await.until("the end on record", () -> lower.register.contains("ended withdrawn"));
        }
    }

    @Test
    void sendsNothingThatIsNotOnRecord() throws IOException {
        lower.recordable = false;
        try (UpperLink link = link(false)) {
            Told told = play(SharedCameras.TURNABLE, MediaTransport.TCP_PASSIVE);
            Await.until("the end", () -> !told.ends.isEmpty());
            assertThat(told.pictures).isEmpty();
            assertThat(told.words).doesNotContain("step first-packet");
            Await.until("the record", () -> lower.register.contains("ended up-no-record"));
            Await.until("no stream", () -> link.state().streams() == 0);
        }
    }
}
