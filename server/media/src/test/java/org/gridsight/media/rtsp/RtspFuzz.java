package org.gridsight.media.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.Codec;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.Told;
import org.gridsight.media.fuzz.FuzzTarget;

/** What an RTSP camera sends: messages and packets on one line, descriptions, challenges, RTP of both codecs. */
public final class RtspFuzz {

    private static final int MOST_BYTES = 20_000;

    private RtspFuzz() {}

    public static List<FuzzTarget> targets() {
        List<FuzzTarget> targets = new ArrayList<>();
        targets.add(FuzzTarget.ofTexts("rtsp-messages", messages(), RtspFuzz::read));
        targets.add(FuzzTarget.ofTexts("rtsp-sdp", descriptions(), RtspFuzz::describe));
        for (Codec codec : Codec.values()) {
            targets.add(new FuzzTarget(
                    "rtp-" + codec.name().toLowerCase(java.util.Locale.ROOT),
                    packets(codec),
                    bytes -> play(codec, bytes)));
        }
        return targets;
    }

    private static List<String> messages() {
        return List.of(
                "RTSP/1.0 401 Unauthorized\r\nCSeq: 3\r\nSession: 12;timeout=60\r\nWWW-Authenticate: Digest realm=\"x\","
                        + " nonce=\"y\", qop=\"auth,auth-int\", algorithm=SHA-256, stale=\"true\"\r\n"
                        + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1;server_port=6970-6971\r\n"
                        + "Content-Length: 4\r\n\r\nm=vi$\0\0\5abcde$\1\0\1z",
                "OPTIONS rtsp://a/ RTSP/1.0\r\nCSeq: 9\r\n\r\nRTSP/1.0 200 OK\r\nCSeq:4\r\nContent-Length: 0\r\n\r\n",
                "RTSP/1.0 302 Found\r\nCSeq: 1\r\nLocation: http://169.254.169.254/\r\n\r\n");
    }

    private static List<String> descriptions() {
        return List.of(
                "v=0\r\na=control:*\r\nm=video 0 RTP/AVP 96 97\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;"
                        + "sprop-parameter-sets=Z0LAHtkAoEf+yA==,aM48gA==\r\na=control:trackID=0\r\nm=audio 0 RTP/AVP 8\r\n",
                "v=0\r\nm=video 0 RTP/AVP 98\r\na=rtpmap:98 H265/90000\r\na=fmtp:98 sprop-vps=QAE=;sprop-sps=QgE=;"
                        + "sprop-pps=RAE=\r\na=control:rtsp://other/1\r\n");
    }

    /** Some packets of a film, each behind its length. */
    private static List<byte[]> packets(Codec codec) {
        Film film = Film.random(codec, 20, 300);
        Packets packets = new Packets(codec, 100, true, 0);
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seeds.add(Framed.join(packets.of(film.frames().get(i), 3_600L * i)));
        }
        return seeds;
    }

    private static void read(byte[] bytes) {
        RtspReader[] reader = new RtspReader[1];
        List<RtspMessage> messages = new ArrayList<>();
        reader[0] = new RtspReader(new RtspReader.Receiver() {
            @Override
            public void packet(int channel, ByteBuffer packet) {
                FuzzTarget.require(packet.remaining() < 65_536, "no longer than a frame can be");
            }

            @Override
            public void message(RtspMessage message) {
                messages.add(message);
            }

            @Override
            public void rubbish(int count) {
                FuzzTarget.require(count >= 0, "bytes passed over");
            }
        });
        int cut = bytes.length / 2;
        reader[0].read(ByteBuffer.wrap(bytes, 0, cut));
        reader[0].read(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
        for (RtspMessage message : messages) {
            Challenge.strongest(message.all("www-authenticate"));
            TransportAnswer.parse(message.header("transport").orElse(""));
        }
    }

    private static void describe(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (Sdp.video(text).isEmpty()) {
            FuzzTarget.require(Sdp.whyNot(text).code().startsWith("sdp-"), "a reason");
        }
        Challenge.parse(text);
    }

    private static void play(Codec codec, byte[] bytes) {
        Told told = new Told();
        SdpVideo track = new SdpVideo(
                new SdpVideo.Track(codec, 96, 90_000),
                "",
                "",
                Film.random(codec, 1, 50).sets(),
                true);
        RtpVideo video = new RtpVideo(track, new PictureAssembler(codec, MOST_BYTES), new PictureGate(told));
        int round = 0;
        for (ByteBuffer packet : Framed.split(bytes)) {
            if (video.examine(packet) == null) {
                video.take(packet, round++);
            }
        }
        told.pictures.forEach(picture -> FuzzTarget.require(picture.sample().length <= MOST_BYTES, "bounded pictures"));
    }
}
