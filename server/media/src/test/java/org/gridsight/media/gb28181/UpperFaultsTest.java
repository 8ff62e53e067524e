package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridsight.media.Await;
import org.gridsight.media.gb28181.UpperState.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Upper platforms that refuse, fall silent, ask for too much or lie. */
class UpperFaultsTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String OFFER = "v=0\r\no=x 0 0 IN IP4 %1$s\r\ns=Play\r\nc=IN IP4 %1$s\r\nt=0 0\r\n"
            + "m=video %2$d RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=0100000042\r\n";

    private final SharedCameras lower;
    private final SimUpper upper;

    UpperFaultsTest() throws IOException {
        lower = new SharedCameras();
        upper = new SimUpper();
    }

    @AfterEach
    void end() {
        upper.close();
        lower.close();
    }

    private UpperLink link(UnaryOperator<UpperTimes> times) throws IOException {
        return lower.link(upper.platform("geheim"), times);
    }

    private static UpperTimes quick(UpperTimes usual) {
        return new UpperTimes(
                usual.expires(), SOON, SHORT, SOON, Duration.ofMillis(200), usual.changes(), usual.picture());
    }

    private static void awaitFailure(UpperLink link, String code) {
        Await.until("failing with " + code, () -> link.faults().containsKey(code));
    }

    @Test
    void provesThePasswordWithWhatIsAskedFor() throws IOException, NoSuchAlgorithmException {
        upper.onRequest = request -> {
            if (request.header("Authorization").isEmpty()) {
                upper.challenge(request, "nonce=\"n1\",qop=\"auth,auth-int\",algorithm=SHA-256,opaque=\"o1\"");
            } else {
                upper.welcome(request, 3_600);
            }
        };
        try (UpperLink link = link(UnaryOperator.identity())) {
            Await.until("signing in", () -> link.state().standing() == Standing.REGISTERED);
            SipMessage proven = upper.requests("REGISTER").get(1);
            String proof = proven.header("Authorization");
            assertThat(proof).contains("opaque=\"o1\"").doesNotContain("geheim");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String who = hash(digest, SharedCameras.OWN + ':' + SimDevice.DOMAIN + ":geheim");
            String asked = hash(digest, "REGISTER:" + field(proof, "uri"));
            String middle = "n1:00000001:" + field(proof, "cnonce") + ":auth";
            assertThat(field(proof, "response")).isEqualTo(hash(digest, who + ':' + middle + ':' + asked));
            assertThat(proven.header("X-GB-Ver")).isEqualTo("2.0");
        }
        // the last one signs out
        assertThat(upper.requests("REGISTER"))
                .last()
                .satisfies(last -> assertThat(last.header("Expires")).isEqualTo("0"));
    }

    private static String hash(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String field(String header, String name) {
        return header.replaceAll(".*[ ,]" + name + "=\"([^\"]*)\".*", "$1");
    }

    @Test
    void givesUpALoopOfChallengesForAWhile() throws IOException {
        upper.onRequest = request -> upper.challenge(request, "nonce=\"n" + System.nanoTime() + "\",stale=TRUE");
        try (UpperLink link = link(UnaryOperator.identity())) {
            awaitFailure(link, "up-password");
            assertThat(link.state().standing()).isEqualTo(Standing.FAILED);
            // once bare, twice with a proof; then it waits for long
            assertThat(upper.requests("REGISTER")).hasSize(3);
        }
    }

    @Test
    void triesAgainWhenNobodyAnswersOrItIsRefused() throws IOException {
        try (UpperLink link = link(UpperFaultsTest::quick)) {
            awaitFailure(link, "up-no-answer");
            upper.onRequest = request -> upper.reply(request, 503, "");
            awaitFailure(link, "up-refused-503");
            upper.onRequest = request -> upper.welcome(request, 3_600);
            Await.until("signing in", () -> link.state().standing() == Standing.REGISTERED);
            // it answers keepalives with the same words, which is good enough; now it has forgotten us
            upper.onRequest = request -> {
                if (request.method().equals("MESSAGE")) {
                    upper.reply(request, 403, "");
                } else {
                    upper.welcome(request, 3_600);
                }
            };
            awaitFailure(link, "up-keepalive-403");
        }
    }

    @Test
    void noticesWhenKeepalivesAreNotAnswered() throws IOException {
        upper.onRequest = request -> {
            if (request.method().equals("REGISTER")) {
                upper.welcome(request, 3_600);
            }
        };
        try (UpperLink link = link(UpperFaultsTest::quick)) {
            awaitFailure(link, "up-silent");
            assertThat(upper.requests("MESSAGE")).hasSizeGreaterThanOrEqualTo(3);
            Await.until("signing in anew", () -> upper.requests("REGISTER").size() >= 2);
        }
    }

    @Test
    void signsInAgainBeforeItRunsOut() throws IOException {
        upper.onRequest = request -> upper.welcome(request, 1);
        try (UpperLink link = link(UnaryOperator.identity())) {
            Await.until("a refresh", () -> upper.requests("REGISTER").size() >= 2);
            List<SipMessage> registers = upper.requests("REGISTER");
            assertThat(registers.get(1).header("Call-ID"))
                    .isEqualTo(registers.get(0).header("Call-ID"));
            assertThat(registers.get(1).header("CSeq")).isEqualTo("2 REGISTER");
            assertThat(link.state().standing()).isEqualTo(Standing.REGISTERED);
        }
    }

    @Test
    void isNotSentToAnAddressThatIsRefused() throws IOException {
        UpperPlatform there = upper.platform("geheim");
        UpperPlatform metadata = new UpperPlatform(
                there.id(),
                there.domain(),
                "169.254.169.254",
                there.port(),
                false,
                there.user(),
                "geheim",
                "2.0",
                false);
        try (UpperLink link = lower.link(metadata, UnaryOperator.identity())) {
            awaitFailure(link, "address-metadata");
            assertThat(link.state().code()).isEqualTo("address-metadata");
        }
    }

    private UpperLink registered() throws IOException {
        upper.onRequest = request -> upper.welcome(request, 3_600);
        UpperLink link = link(UnaryOperator.identity());
        Await.until("signing in", () -> link.state().standing() == Standing.REGISTERED);
        return link;
    }

    @Test
    void answersAnInviteOnceItIsConfirmedAndEndsWithTheBye() throws IOException {
        try (UpperLink link = registered();
                DatagramSocket media = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            media.setSoTimeout(60_000);
            String offer = OFFER.formatted("127.0.0.1", media.getLocalPort());
            upper.request("INVITE", SharedCameras.TURNABLE, "call-1", offer);
            SipMessage answer = upper.awaitAnswer("call-1", "INVITE");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("a=sendonly", "y=0100000042", "s=Play", "RTP/AVP 96");
            // not confirmed yet: the answer comes again, the same, and nothing else
            Await.until(
                    "the answer again", () -> upper.answers("call-1", "INVITE").size() >= 2);
            assertThat(upper.answers("call-1", "INVITE").get(1).header("To")).isEqualTo(answer.header("To"));
            assertThat(lower.register).containsExactly("open " + SharedCameras.TURNABLE);

            upper.request("ACK", SharedCameras.TURNABLE, "call-1", "");
            DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
            media.receive(packet);
            ByteBuffer rtp = ByteBuffer.wrap(packet.getData());
            assertThat(rtp.getInt(8)).isEqualTo(100_000_042);
            assertThat(rtp.getInt(12)).isEqualTo(0x1ba);
            upper.request("BYE", SharedCameras.TURNABLE, "call-1", "");
            assertThat(upper.awaitAnswer("call-1", "BYE").status()).isEqualTo(200);
            Await.until("the end on record", () -> lower.register.contains("ended up-hung-up"));
            assertThat(lower.register).contains("began");
            upper.request("BYE", SharedCameras.TURNABLE, "call-2", "");
            assertThat(upper.awaitAnswer("call-2", "BYE").status()).isEqualTo(481);
        }
    }

    @Test
    void refusesOffersItMustNotFollow() throws IOException {
        try (UpperLink link = registered()) {
            assertThat(invite("not-shared", "34020000001320000099", OFFER.formatted("127.0.0.1", 30_000)))
                    .isEqualTo(404);
            assertThat(invite("masked", SharedCameras.MASKED, OFFER.formatted("127.0.0.1", 30_000)))
                    .isEqualTo(403);
            assertThat(invite("metadata", SharedCameras.FIXED, OFFER.formatted("169.254.169.254", 30_000)))
                    .isEqualTo(403);
            assertThat(invite("low", SharedCameras.FIXED, OFFER.formatted("127.0.0.1", 22)))
                    .isEqualTo(403);
            assertThat(invite(
                            "download",
                            SharedCameras.FIXED,
                            OFFER.formatted("127.0.0.1", 30_000).replace("s=Play", "s=Download")))
                    .isEqualTo(488);
            assertThat(invite("empty", SharedCameras.FIXED, "v=0\r\n")).isEqualTo(488);
            assertThat(lower.register).isEmpty();
            assertThat(link.state().streams()).isZero();
        }
    }

    private int invite(String callId, String channelId, String offer) {
        upper.request("INVITE", channelId, callId, offer);
        return upper.awaitAnswer(callId, "INVITE").status();
    }

    @Test
    void believesNobodyElseAndNothingBeforeItIsSignedIn() throws IOException {
        try (UpperLink link = registered();
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            stranger.setSoTimeout(60_000);
            byte[] text = ("INVITE sip:" + SharedCameras.FIXED + "@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                            + stranger.getLocalPort() + ";rport;branch=z9hG4bKs\r\nFrom: <sip:" + SimDevice.STATION
                            + "@3402000000>;tag=s\r\nTo: <sip:" + SharedCameras.FIXED
                            + "@3402000000>\r\nCall-ID: stranger\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"
                            + "Content-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            stranger.send(new DatagramPacket(text, text.length, upper.link()));
            DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
            stranger.receive(answer);
            assertThat(new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8))
                    .startsWith("SIP/2.0 403");
            assertThat(link.faults()).containsKey("up-stranger");
            assertThat(lower.register).isEmpty();
        }
    }

    @Test
    void answersQuestions() throws IOException {
        try (UpperLink link = registered()) {
            assertThat(message(
                            "q1",
                            "<Query><CmdType>DeviceStatus</CmdType><SN>7</SN><DeviceID>" + SharedCameras.OWN
                                    + "</DeviceID></Query>"))
                    .isEqualTo(200);
            Await.until("the status", () -> !said("<CmdType>DeviceStatus").isEmpty());
            assertThat(said("<CmdType>DeviceStatus").get(0).text()).contains("<SN>7</SN>", "<Online>ONLINE</Online>");
            message(
                    "q2",
                    "<Query><CmdType>RecordInfo</CmdType><SN>8</SN><DeviceID>" + SharedCameras.FIXED
                            + "</DeviceID></Query>");
            Await.until("no recordings", () -> !said("<SumNum>0</SumNum>").isEmpty());
            message(
                    "q3",
                    "<Query><CmdType>ConfigDownload</CmdType><SN>9</SN><DeviceID>" + SharedCameras.OWN
                            + "</DeviceID></Query>");
            Await.until("an honest no", () -> !said("<Result>ERROR</Result>").isEmpty());
            assertThat(message("q4", "<Query><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>4</DeviceID></Query>"))
                    .isEqualTo(404);
            assertThat(message("c4", "<<<")).isEqualTo(400);
            assertThat(link.faults()).doesNotContainKey("sip-bug");
        }
    }

    @Test
    void carriesOutWhatIsGrantedAndRefusesOtherOrders() throws IOException {
        try (UpperLink link = registered()) {
            String order = "<Control><CmdType>DeviceControl</CmdType><SN>1</SN><DeviceID>" + SharedCameras.TURNABLE
                    + "</DeviceID>%s</Control>";
            assertThat(message("c1", order.formatted("<TeleBoot>Boot</TeleBoot>")))
                    .isEqualTo(403);
            assertThat(message("c2", order.formatted("<PTZCmd>A50F0181000100FF</PTZCmd>")))
                    .isEqualTo(501);
            assertThat(message("c5", order.formatted("<PTZCmd>A50F018100010037</PTZCmd>")))
                    .isEqualTo(200);
            assertThat(message("c6", order.formatted("<IFameCmd>Send</IFameCmd>")))
                    .isEqualTo(200);
            assertThat(message("c3", order.formatted("<PTZCmd>A50F010299000050</PTZCmd>")))
                    .isEqualTo(200);
            assertThat(message(
                            "c7",
                            order.replace(SharedCameras.TURNABLE, SharedCameras.FIXED)
                                    .formatted("<PTZCmd>A50F018100010037</PTZCmd>")))
                    .isEqualTo(403);
            assertThat(lower.register).containsExactly("STORE 1", "key " + SharedCameras.TURNABLE, "turn -60");
            assertThat(link.faults()).doesNotContainKey("sip-bug");
        }
    }

    private int message(String callId, String xml) {
        upper.request("MESSAGE", SharedCameras.OWN, callId, xml);
        return upper.awaitAnswer(callId, "MESSAGE").status();
    }

    private List<SipMessage> said(String words) {
        return upper.requests("MESSAGE").stream()
                .filter(message -> message.text().contains(words))
                .toList();
    }
}
