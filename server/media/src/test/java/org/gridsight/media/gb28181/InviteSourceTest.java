package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridsight.media.Await;
import org.gridsight.media.Told;
import org.gridsight.media.gb28181.SimCamera.Manner;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteSourceTest {

    private static final String ID = "34020000001320000001";
    private static final String[] STEPS = {
        "step registered", "step invited", "step answered", "step first-packet", "step first-keyframe"
    };
    private static final Duration SOON = Duration.ofMillis(200);

    private final Told told = new Told();
    private final EventLoop loop;

    InviteSourceTest() throws IOException {
        loop = new EventLoop("invite-test");
    }

    @AfterEach
    void end() {
        loop.close();
    }

    private interface Play {

        void run(Station station, SimDevice device, SimCamera camera, InviteSource source);
    }

    /** Signs a device in, opens a live stream of it, and lets the test look. */
    private void play(boolean sipOverTcp, MediaTransport transport, Manner manner, Play play) throws IOException {
        play(sipOverTcp, StreamRequest.live(ID, ID, transport), manner, UnaryOperator.identity(), play);
    }

    private void play(
            boolean sipOverTcp, StreamRequest request, Manner manner, UnaryOperator<SipTimes> times, Play play)
            throws IOException {
        try (Station station = new Station(times);
                SimDevice device = new SimDevice(ID, station.port, sipOverTcp);
                SimCamera camera = new SimCamera(manner)) {
            device.onRequest = camera;
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            InviteSource source = station.sip.source(request, loop);
            source.open(told);
            play.run(station, device, camera, source);
            source.close();
        }
    }

    private void awaitEnd() {
        Await.until("the end", () -> !told.ends.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void playsOverTcpWhenTheDeviceConnects(boolean sipOverTcp) throws IOException {
        play(sipOverTcp, MediaTransport.TCP_PASSIVE, Manner.TCP, (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            assertThat(told.words).containsSubsequence(STEPS);
            assertThat(told.faults).isEmpty();
            assertThat(told.pictures.get(0).key()).isTrue();
            assertThat(told.pictures.get(29).time90k() - told.pictures.get(0).time90k())
                    .isEqualTo(29 * 3_600);
            source.close();
            device.awaitRequest("BYE", "");
            SipMessage invite = device.awaitRequest("INVITE", "s=Play");
            assertThat(invite.text())
                    .contains("TCP/RTP/AVP 96", "a=setup:passive", "y=0200000001", "c=IN IP4 127.0.0.1");
            assertThat(invite.header("Subject"))
                    .startsWith(ID + ":0200000001")
                    .endsWith("," + SimDevice.STATION + ":0");
            SipMessage ack = device.awaitRequest("ACK", "");
            assertThat(ack.header("Call-ID")).isEqualTo(invite.header("Call-ID"));
            assertThat(ack.header("To")).contains("tag=devside");
        });
    }

    @Test
    void playsOverTcpWhenWeConnect() throws IOException {
        play(false, MediaTransport.TCP_ACTIVE, Manner.WAIT_FOR_CALL, (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            assertThat(told.words).containsSubsequence(STEPS);
            assertThat(device.awaitRequest("INVITE", "").text()).contains("m=video 9 ", "a=setup:active");
        });
    }

    @Test
    void asksForAKeyPictureWhenTheStreamBeginsInTheMiddle() throws IOException {
        play(false, MediaTransport.TCP_PASSIVE, Manner.KEY_WHEN_ASKED, (station, device, camera, source) -> {
            Await.until("pictures", () -> told.pictures.size() >= SimCamera.PICTURES);
            assertThat(told.words).containsSubsequence(STEPS);
            assertThat(device.requests("MESSAGE", "<IFameCmd>Send</IFameCmd>")).isNotEmpty();
        });
    }

    @Test
    void callsNoPlaceThatIsNotAllowed() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.register(Station.PASSWORD, 3600);
            for (String named : List.of("127.0.0.1 5432", "127.0.0.1 22", "169.254.169.254 30000", "127.0.0.1 0")) {
                String[] place = named.split(" ");
                String sdp = "v=0\r\nc=IN IP4 " + place[0] + "\r\nm=video " + place[1] + " TCP/RTP/AVP 96\r\n";
                device.onRequest = (own, request) -> own.reply(
                        request,
                        200,
                        "Content-Type: APPLICATION/SDP\r\n",
                        request.method().equals("INVITE") ? sdp : "");
                Told refused = new Told();
                station.sip
                        .source(StreamRequest.live(ID, ID, MediaTransport.TCP_ACTIVE), loop)
                        .open(refused);
                Await.until("the end", () -> !refused.ends.isEmpty());
                assertThat(refused.words).last().isEqualTo("ended gb-no-media-address");
            }
            Await.until("a BYE for each", () -> device.requests("BYE", "").size() == 4);
            assertThat(station.faults("gb-media-address-refused")).isEqualTo(3);
        }
    }

    @Test
    void playsOverUdpInOrderAndSkipsToTheNextKeyPictureAfterALoss() throws IOException {
        play(false, MediaTransport.UDP, Manner.UDP, (station, device, camera, source) -> {
            Await.until(
                    "the third group",
                    () -> !told.pictures.isEmpty()
                            && told.pictures.get(told.pictures.size() - 1).time90k() >= 28 * 3_600);
            assertThat(told.words).containsSubsequence(STEPS).contains("fault rtp-lost");
            assertThat(told.pictures).hasSizeLessThan(SimCamera.PICTURES);
            assertThat(device.awaitRequest("INVITE", "").text())
                    .contains(" RTP/AVP 96")
                    .doesNotContain("setup");
            device.awaitRequest("MESSAGE", "<IFameCmd>Send</IFameCmd>");
        });
    }

    @Test
    void turnsStrangersAway() throws IOException {
        play(false, MediaTransport.TCP_PASSIVE, Manner.TCP_AFTER_STRANGER, (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            assertThat(told.words).containsSubsequence(STEPS).contains("fault rtp-stranger");
        });
    }

    @Test
    void turnsStrangersAwayFromTheDatagramPort() throws IOException {
        play(false, MediaTransport.UDP, Manner.UDP_AFTER_STRANGER, (station, device, camera, source) -> {
            Await.until("pictures", () -> told.words.contains("fault rtp-lost"));
            assertThat(told.words).containsSubsequence(STEPS).containsOnlyOnce("fault rtp-stranger");
        });
    }

    @Test
    void takesPicturesFromElsewhereThatCarryTheAgreedNumber() throws IOException {
        play(false, MediaTransport.UDP, Manner.UDP_FROM_ELSEWHERE, (station, device, camera, source) -> {
            Await.until("a picture", () -> !told.pictures.isEmpty());
            assertThat(told.words).containsSubsequence(STEPS).doesNotContain("fault rtp-stranger");
        });
    }

    @Test
    void playsWhenTheAnswerIsEmpty() throws IOException {
        play(false, MediaTransport.TCP_PASSIVE, Manner.EMPTY_SDP, (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            assertThat(told.words).containsSubsequence(STEPS);
        });
    }

    @Test
    void endsWhenTheDeviceIsNotSignedIn() throws IOException {
        try (Station station = new Station();
                InviteSource source =
                        station.sip.source(StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE), loop)) {
            source.open(told);
            awaitEnd();
            assertThat(told.words).containsExactly("ended gb-not-registered");
        }
    }

    @Test
    void namesTheRefusal() throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.onRequest =
                    (own, request) -> own.reply(request, request.method().equals("INVITE") ? 486 : 200, "", "");
            device.register(Station.PASSWORD, 3600);
            InviteSource source = station.sip.source(StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE), loop);
            source.open(told);
            awaitEnd();
            assertThat(told.words).containsExactly("step registered", "step invited", "ended gb-invite-refused-486");
            device.awaitRequest("ACK", "");
            assertThat(device.requests("BYE", "")).isEmpty();
        }
    }

    @Test
    void takesBackAnInviteThatIsOnlyRung() throws IOException {
        UnaryOperator<SipTimes> times = all -> new SipTimes(
                all.keepalive(),
                3,
                Duration.ofSeconds(1),
                all.packet(),
                all.keyframe(),
                all.silence(),
                all.catalogue());
        try (Station station = new Station(times);
                SimDevice device = new SimDevice(ID, station.port, false)) {
            device.onRequest =
                    (own, request) -> own.reply(request, request.method().equals("INVITE") ? 100 : 200, "", "");
            device.register(Station.PASSWORD, 3600);
            InviteSource source = station.sip.source(StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE), loop);
            source.open(told);
            awaitEnd();
            assertThat(told.words).containsExactly("step registered", "step invited", "ended gb-no-answer");
            device.awaitRequest("CANCEL", "");
        }
    }

    @Test
    void saysByeWhenTheDeviceAgreesAndSendsNothing() throws IOException {
        StreamRequest request = StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE);
        UnaryOperator<SipTimes> times = all ->
                new SipTimes(all.keepalive(), 3, all.answer(), SOON, all.keyframe(), all.silence(), all.catalogue());
        play(false, request, Manner.SEND_NOTHING, times, (station, device, camera, source) -> {
            awaitEnd();
            assertThat(told.words)
                    .containsExactly("step registered", "step invited", "step answered", "ended gb-no-packet");
            device.awaitRequest("BYE", "");
        });
    }

    @Test
    void namesPacketsThatAreNoProgramStream() throws IOException {
        StreamRequest request = StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE);
        UnaryOperator<SipTimes> times = all ->
                new SipTimes(all.keepalive(), 3, all.answer(), all.packet(), SOON, all.silence(), all.catalogue());
        play(false, request, Manner.SEND_JUNK, times, (station, device, camera, source) -> {
            awaitEnd();
            assertThat(told.words).contains("step first-packet").last().isEqualTo("ended ps-no-pack");
            device.awaitRequest("BYE", "");
        });
    }

    @Test
    void endsWhenTheDeviceClosesTheConnection() throws IOException {
        play(false, MediaTransport.TCP_PASSIVE, Manner.CLOSE_AT_END, (station, device, camera, source) -> {
            awaitEnd();
            assertThat(told.pictures).hasSize(SimCamera.PICTURES);
            assertThat(told.words).last().isEqualTo("ended rtp-connection-closed");
        });
    }

    @Test
    void endsWhenTheDeviceFallsSilent() throws IOException {
        StreamRequest request = StreamRequest.live(ID, ID, MediaTransport.TCP_PASSIVE);
        UnaryOperator<SipTimes> times = all ->
                new SipTimes(all.keepalive(), 3, all.answer(), all.packet(), all.keyframe(), SOON, all.catalogue());
        play(false, request, Manner.TCP, times, (station, device, camera, source) -> {
            awaitEnd();
            assertThat(told.words).last().isEqualTo("ended rtp-silent");
        });
    }

    @Test
    void endsWhenTheDeviceHangsUp() throws IOException {
        play(false, MediaTransport.TCP_PASSIVE, Manner.TCP, (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            device.hangUp(device.awaitRequest("INVITE", ""));
            awaitEnd();
            assertThat(told.words).last().isEqualTo("ended gb-device-hung-up");
        });
    }

    @Test
    void playsARecordingAndControlsIt() throws IOException {
        StreamRequest.Span span =
                new StreamRequest.Span(Instant.ofEpochSecond(1_760_000_000), Instant.ofEpochSecond(1_760_000_600));
        StreamRequest request = StreamRequest.recording(ID, ID, MediaTransport.TCP_PASSIVE, span);
        play(false, request, Manner.TCP, UnaryOperator.identity(), (station, device, camera, source) -> {
            Await.until("all pictures", () -> told.pictures.size() == SimCamera.PICTURES);
            assertThat(device.awaitRequest("INVITE", "").text())
                    .contains("s=Playback", "u=" + ID + ":0", "t=1760000000 1760000600", "y=1");
            source.pause();
            device.awaitRequest("INFO", "PAUSE RTSP/1.0\r\nCSeq: 1\r\nPauseTime: now");
            source.setSpeed(2);
            device.awaitRequest("INFO", "PLAY RTSP/1.0\r\nCSeq: 2\r\nScale: 2.0");
            source.seek(Duration.ofSeconds(90));
            device.awaitRequest("INFO", "Range: npt=90-");
            source.resume();
            device.awaitRequest("INFO", "Range: npt=now-");
            assertThat(device.message(
                            "<?xml version=\"1.0\"?><Notify><CmdType>MediaStatus</CmdType><SN>8</SN><DeviceID>" + ID
                                    + "</DeviceID><NotifyType>121</NotifyType></Notify>"))
                    .isEqualTo(200);
            awaitEnd();
            assertThat(told.words).last().isEqualTo("ended gb-recording-end");
        });
    }
}
