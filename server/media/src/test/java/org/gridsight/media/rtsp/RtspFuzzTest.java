package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.StreamStep;
import org.gridsight.media.VideoFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred thousand damaged inputs for each reader: faults are fine, exceptions and growth are not. */
class RtspFuzzTest {

    private static final int ROUNDS = 100_000;

    private static final String ANSWER = """
            RTSP/1.0 401 Unauthorized\r
            CSeq: 3\r
            Session: 12;timeout=60\r
            WWW-Authenticate: Digest realm="x", nonce="y", qop="auth,auth-int", algorithm=SHA-256, stale="true"\r
            Transport: RTP/AVP/TCP;unicast;interleaved=0-1;server_port=6970-6971\r
            Content-Length: 24\r
            \r
            m=video 0 RTP/AVP 96\r
            \r
            $\0\0\5abcde$\1\0\1z""";

    private static final String DESCRIPTION = """
            v=0\r
            a=control:*\r
            m=video 0 RTP/AVP 96 97\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAHtkAoEf+yA==,aM48gA==\r
            a=control:trackID=0\r
            m=audio 0 RTP/AVP 8\r
            """;

    @Test
    void readerSurvivesAnyBytes() {
        Random random = new Random(2326);
        byte[] seed = ANSWER.getBytes(ISO_8859_1);
        List<RtspMessage> messages = new ArrayList<>();
        RtspReader reader = new RtspReader(new RtspReader.Receiver() {
            @Override
            public void packet(int channel, ByteBuffer packet) {
                // hands out no more than came
                assertThat(packet.remaining()).isLessThan(65_536);
                packet.position(packet.limit());
            }

            @Override
            public void message(RtspMessage message) {
                messages.clear();
                messages.add(message);
            }

            @Override
            public void rubbish(int bytes) {
                assertThat(bytes).isGreaterThanOrEqualTo(0);
            }
        });
        Dialogue dialogue = new Dialogue("rtsp://h/a", null, new QuietPartner());
        dialogue.begin();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = mutated(seed, random);
            int cut = random.nextInt(input.length + 1);
            reader.read(ByteBuffer.wrap(input, 0, cut));
            reader.read(ByteBuffer.wrap(input, cut, input.length - cut));
            messages.forEach(message -> {
                Challenge.strongest(message.all("www-authenticate"));
                TransportAnswer.parse(message.header("transport").orElse(""));
                dialogue.message(message);
            });
            messages.clear();
        }
    }

    @Test
    void descriptionsSurviveAnything() {
        Random random = new Random(4566);
        byte[] seed = DESCRIPTION.getBytes(US_ASCII);
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = new String(mutated(seed, random), ISO_8859_1);
            if (Sdp.video(text).isPresent()) {
                understood++;
            } else {
                assertThat(Sdp.whyNot(text).code()).startsWith("sdp-");
            }
        }
        assertThat(understood).as("the damage is not total").isBetween(ROUNDS / 100, ROUNDS - 1);
    }

    @Test
    void challengesSurviveAnything() {
        Random random = new Random(7616);
        byte[] seed =
                "Digest realm=\"a\\\"b\", nonce=\"c\", Basic realm=\"d\", Digest nonce=e, qop=auth".getBytes(US_ASCII);
        for (int round = 0; round < ROUNDS; round++) {
            Challenge.parse(new String(mutated(seed, random), ISO_8859_1));
        }
        Challenge.parse("Digest a=\"" + "\\\"".repeat(1_000_000));
        Challenge.parse("Digest " + "a=b ,".repeat(1_000_000));
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void packetsSurviveAnything(Codec codec) {
        Random random = new Random(6184);
        Film film = Film.random(codec, 20, 300);
        Packets packets = new Packets(codec, 100, true, 0);
        List<byte[]> good = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            good.addAll(packets.of(film.frames().get(i), 3_600L * i));
        }
        int mostBytes = 2_000;
        Counting counting = new Counting(mostBytes);
        SdpVideo track = new SdpVideo(new SdpVideo.Track(codec, 96, 90_000), "", "", film.sets(), random.nextBoolean());
        RtpVideo video = new RtpVideo(track, new PictureAssembler(codec, mostBytes), new PictureGate(counting));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] packet = good.get(round % good.size());
            ByteBuffer input = ByteBuffer.wrap(random.nextInt(4) == 0 ? mutated(packet, random) : packet.clone());
            if (input.hasRemaining() && video.examine(input) == null) {
                video.take(input, round);
            }
        }
        assertThat(counting.pictures).isPositive();
        assertThat(counting.faults).isPositive();
    }

    /** One to four changes: bytes set, removed, doubled or cut off. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = joined(bytes, at, Math.min(bytes.length, at + random.nextInt(20)));
                case 3 -> bytes = joined(bytes, Math.min(bytes.length, at + random.nextInt(20)), at);
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    /** The bytes up to one place, then those from another on. */
    private static byte[] joined(byte[] bytes, int to, int from) {
        byte[] result = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, result, to, bytes.length - from);
        return result;
    }

    private static final class QuietPartner implements Dialogue.Partner {
        @Override
        public void send(byte[] bytes) {
            assertThat(new String(bytes, ISO_8859_1)).endsWith("\r\n\r\n");
            assertThat(bytes.length).isLessThan(10_000);
        }

        @Override
        public void reached(StreamStep step) {}

        @Override
        public void fault(MediaFault fault) {}

        @Override
        public String described(SdpVideo video) {
            return "RTP/AVP/TCP";
        }

        @Override
        public void agreed(TransportAnswer answer) {}

        @Override
        public String described(SdpSound sound) {
            return "RTP/AVP/TCP";
        }

        @Override
        public void agreedSound(TransportAnswer answer) {}

        @Override
        public void failed(MediaFault cause) {}
    }

    private static final class Counting implements SourceEvents {
        private final int mostBytes;
        private int pictures;
        private int faults;

        Counting(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        @Override
        public void reached(StreamStep step) {}

        @Override
        public void format(VideoFormat format) {}

        @Override
        public void picture(AccessUnit unit) {
            assertThat(unit.sample().length).isLessThanOrEqualTo(mostBytes);
            pictures++;
        }

        @Override
        public void fault(MediaFault fault) {
            faults++;
        }

        @Override
        public void ended(MediaFault cause) {}
    }
}
