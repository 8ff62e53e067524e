package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Await;
import org.gridsight.media.Bytes;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.Told;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;
import org.gridsight.media.net.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs against a simulated camera over real sockets. */
class RtspSourceTest {

    private static final Film SHORT = Film.random(Codec.H264, 20, 3_000);

    private final RtspManners manners = new RtspManners();
    private final Told told = new Told();
    private EventLoop loop;
    private Optional<Credentials> credentials = Optional.empty();
    private RtspTransport transport = RtspTransport.TCP;
    private RtspLimits limits = limits(Duration.ofSeconds(60), Duration.ofSeconds(60));

    @BeforeEach
    void start() throws IOException {
        loop = new EventLoop("rtsp-test");
    }

    @AfterEach
    void stop() {
        loop.close();
        assertThat(loop.failureCount()).as("bugs of ours").isZero();
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void deliversEveryPictureUnchanged(Codec codec) {
        Film film = Film.random(codec, 40, 6_000);
        try (RtspCamera camera = new RtspCamera(film, manners);
                RtspSource source = open(camera)) {
            Await.until("all pictures", () -> told.pictures.size() == 100);
            assertThat(told.words)
                    .startsWith(
                            "step registered",
                            "step invited",
                            "step answered",
                            "step first-packet",
                            "format " + codec,
                            "step first-keyframe",
                            "key");
            assertThat(told.formats).containsExactly(new VideoFormat(codec, film.sets()));
            assertSamples(film);
            assertThat(told.faults).isEmpty();
            assertThat(source).isNotNull();
        }
    }

    /** Everything sent, in order, with times 40 ms apart across the wrap of the clock. */
    private void assertSamples(Film film) {
        for (int i = 0; i < told.pictures.size(); i++) {
            AccessUnit picture = told.pictures.get(i);
            int frame = i % film.frames().size();
            assertThat(picture.sample()).as("picture " + i).isEqualTo(film.sample(frame));
            assertThat(picture.key()).isEqualTo(film.isKey(frame));
            assertThat(picture.time90k()).isEqualTo(manners.firstTimestamp + 3600L * i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1001})
    void survivesOddAnswersCutAtAnyByte(int chop) {
        manners.chop = chop;
        manners.odd = true;
        manners.withoutNumbers = true;
        manners.channel = 2;
        manners.pictures = 12;
        Film film = Film.random(Codec.H264, 12, 500);
        try (RtspCamera camera = new RtspCamera(film, manners);
                RtspSource source = open(camera)) {
            Await.until("all pictures", () -> told.pictures.size() == 12);
            assertSamples(film);
            assertThat(told.faults).isEmpty();
            assertThat(told.ends).isEmpty();
            assertThat(source).isNotNull();
        }
    }

    @Test
    void givesSignsOfLife() {
        manners.timeout = 2;
        manners.login = "MD5-qop";
        credentials = Optional.of(new Credentials(manners.user, manners.password));
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("signs of life", () -> camera.count("GET_PARAMETER") >= 3);
            assertThat(camera.heard())
                    .filteredOn(text -> text.startsWith("GET_PARAMETER"))
                    .allMatch(text -> text.contains("Session: 47112\r\n") && text.contains("nc=0000000"));
            assertThat(told.ends).isEmpty();
            assertThat(source).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "MD5", "MD5-qop", "SHA-256"})
    void signsIn(String login) {
        manners.login = login;
        credentials = Optional.of(new Credentials(manners.user, manners.password));
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("pictures", () -> told.pictures.size() == 100);
            assertThat(camera.count("DESCRIBE")).as("one refusal, one answer").isEqualTo(2);
            assertThat(camera.heard().stream()
                                    .filter(text -> text.contains("Authorization: Basic"))
                                    .count()
                            > 0)
                    .as("Basic only where nothing better is asked for")
                    .isEqualTo(login.equals("Basic"));
            assertThat(source).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "MD5", "SHA-256"})
    void tellsAWrongPasswordWithoutSayingIt(String login) {
        manners.login = login;
        credentials = Optional.of(new Credentials(manners.user, "wrongSecret"));
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end().code()).isEqualTo("rtsp-unauthorised");
            assertThat(camera.count("DESCRIBE"))
                    .as("no guessing, which would lock the account")
                    .isEqualTo(2);
            assertThat(told.ends.toString() + told.faults + source).doesNotContain("wrongSecret", manners.user);
        }
    }

    @Test
    void asksForAPasswordWhereNoneIsSet() {
        manners.login = "MD5";
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end().detail()).contains("none is set");
            assertThat(source).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, 'RTSP/1.0 301 Moved', rtsp-redirect",
        "DESCRIBE, 'RTSP/1.0 302 Found', rtsp-redirect",
        "DESCRIBE, 'RTSP/1.0 404 Not Found', rtsp-not-found",
        "DESCRIBE, 'RTSP/1.0 200 OK', sdp-empty",
        "DESCRIBE, 'RTSP/1.0 403 Forbidden', rtsp-forbidden",
        "SETUP, 'RTSP/1.0 461 Unsupported', rtsp-transport",
        "PLAY, 'RTSP/1.0 503 Busy', rtsp-server-error",
        "PLAY, 'RTSP/1.0 455 Not now', rtsp-refused",
        "PLAY, 'HTTP/1.1 400 Bad Request', rtsp-rubbish",
        "DESCRIBE, 'RTSP/1.0 xyz', rtsp-rubbish"
    })
    void namesARefusal(String method, String line, String code) {
        manners.answers.put(method, line + "\r\nCSeq: {cseq}\r\nLocation: rtsp://elsewhere.example/other\r\n\r\n");
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end().code()).isEqualTo(code);
            Await.until("everything is freed", () -> loop.channelCount() == 0);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void goesOnWhereOptionsAreNotKnown() {
        manners.answers.put("OPTIONS", "RTSP/1.0 405 Method Not Allowed\r\nCSeq: {cseq}\r\n\r\n");
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("pictures", () -> told.pictures.size() == 100);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void saysWhichCodecItCannotTake() {
        manners.description = "v=0\r\nm=video 0 RTP/AVP 26\r\na=rtpmap:26 JPEG/90000\r\n";
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end().code()).isEqualTo("sdp-codec");
            assertThat(source).isNotNull();
        }
    }

    @Test
    void tellsSilenceBeforeAndAfterTheFirstPacket() {
        limits = limits(Duration.ofSeconds(60), Duration.ofSeconds(8));
        manners.pictures = 15;
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end()).isEqualTo(RtspFaults.SILENT);
            assertThat(told.pictures).hasSize(15);
            assertThat(source).isNotNull();
        }
        manners.answers.put("PLAY", "RTSP/1.0 200 OK\r\nCSeq: {cseq}\r\n\r\n");
        told.ends.clear();
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end()).isEqualTo(RtspFaults.NO_PACKET);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void tellsACameraThatDoesNotAnswer() {
        limits = limits(Duration.ofSeconds(1), Duration.ofSeconds(60));
        manners.answers.put("SETUP", "");
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end()).isEqualTo(RtspFaults.NO_ANSWER);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void tellsACutWire() {
        manners.hangsUp = true;
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            assertThat(end().code()).isEqualTo("rtsp-closed");
            assertThat(told.pictures).hasSize(100);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void tellsAnAddressWithoutACamera() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(gone.getInetAddress(), gone.getLocalPort());
        }
        try (RtspSource source = new RtspSource(loop, target(nobody))) {
            source.open(told);
            assertThat(end().code()).isEqualTo("rtsp-unreachable");
            assertThatThrownBy(() -> source.open(told)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void findsThePacketsAgainBehindRubbish() {
        manners.rubbish = Bytes.of(0, 1, 2, '$', 200, 1, 1, 'R', 'T', 0xff);
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("pictures", () -> told.pictures.size() >= 30);
            assertThat(told.faults).isNotEmpty().allMatch(fault -> fault.code().startsWith("rt"));
            assertThat(source).isNotNull();
        }
    }

    @Test
    void endsWhereNothingButRubbishComes() {
        manners.rubbish = new byte[2 << 20];
        manners.pictures = 0;
        Film noRtp = new Film(Codec.H264, SHORT.sets(), List.of(List.of(new byte[0])));
        try (RtspCamera camera = new RtspCamera(noRtp, manners);
                RtspSource source = open(camera)) {
            assertThat(end()).isEqualTo(RtspFaults.RUBBISH);
            assertThat(source).isNotNull();
        }
    }

    @Test
    void saysGoodbyeAndFreesEverything() {
        manners.pictures = 0;
        try (RtspCamera camera = new RtspCamera(SHORT, manners)) {
            RtspSource source = open(camera);
            Await.until("pictures", () -> told.pictures.size() > 30);
            source.close();
            source.close();
            Await.until("goodbye", () -> camera.count("TEARDOWN") == 1);
            Await.until("everything is freed", () -> loop.channelCount() == 0);
            assertThat(told.ends).as("it was us").isEmpty();
        }
    }

    @Test
    void resolvesTheTrackAgainstTheBaseAndKeepsTheQuery() {
        manners.control = "/streamid=1";
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("pictures", () -> told.pictures.size() == 100);
            String host = "rtsp://" + camera.address().getAddress().getHostAddress() + ":"
                    + camera.address().getPort();
            assertThat(camera.heard())
                    .anyMatch(text -> text.startsWith("SETUP " + host + "/live?channel=1/streamid=1 "))
                    .anyMatch(text -> text.startsWith("PLAY " + host + "/live?channel=1/ "));
            assertThat(source).isNotNull();
        }
    }

    private RtspSource open(RtspCamera camera) {
        RtspSource source = new RtspSource(loop, target(camera.address()));
        source.open(told);
        return source;
    }

    private RtspTarget target(InetSocketAddress address) {
        CameraUrl url = new CameraUrl(
                address.getAddress().getHostAddress(), address.getPort(), "/live?channel=1", Optional.empty());
        return new RtspTarget(address, url, credentials, transport, limits);
    }

    private static RtspLimits limits(Duration answer, Duration silence) {
        return new RtspLimits(
                Duration.ofSeconds(60), answer, silence, Duration.ofSeconds(60), PictureAssembler.MAX_PICTURE);
    }

    private MediaFault end() {
        Await.until("the end", () -> !told.ends.isEmpty());
        assertThat(told.ends).hasSize(1);
        return told.ends.get(0);
    }

    @Test
    void playsOverUdp() {
        transport = RtspTransport.UDP;
        manners.seen = told.pictures::size;
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("all pictures", () -> told.pictures.size() == 100);
            assertSamples(SHORT);
            assertThat(told.faults).isEmpty();
            source.close();
            Await.until("everything is freed", () -> loop.channelCount() == 0);
        }
    }

    @Test
    void putsMixedDatagramsInOrder() {
        transport = RtspTransport.UDP;
        manners.seen = told.pictures::size;
        // swaps neighbours, but never brings the last packet early
        manners.place = packet -> packet % 5 == 2 ? packet + 2 : packet;
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until("all pictures", () -> told.pictures.size() == 100);
            assertSamples(SHORT);
            assertThat(told.faults).isEmpty();
            assertThat(source).isNotNull();
        }
    }

    @Test
    void dropsToTheNextKeyPictureAfterALoss() {
        transport = RtspTransport.UDP;
        manners.seen = told.pictures::size;
        manners.loses = packet -> packet == 150;
        limits = new RtspLimits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                RtspLimits.USUAL.reorder(),
                PictureAssembler.MAX_PICTURE);
        try (RtspCamera camera = new RtspCamera(SHORT, manners);
                RtspSource source = open(camera)) {
            Await.until(
                    "the last picture",
                    () -> !told.pictures.isEmpty()
                            && told.pictures.get(told.pictures.size() - 1).time90k()
                                    == manners.firstTimestamp + 99 * 3600L);
            assertThat(told.faults).hasSize(1);
            assertThat(told.faults.get(0).code()).isEqualTo("rtp-loss");
            int lost = 100 - told.pictures.size();
            assertThat(lost).isBetween(1, 10);
            int fault = told.words.indexOf("fault rtp-loss");
            assertThat(told.words.get(fault + 1)).isEqualTo("key");
            assertThat(source).isNotNull();
        }
    }
}
