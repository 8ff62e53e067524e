package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.gridsight.media.Bytes;
import org.gridsight.media.Codec;
import org.junit.jupiter.api.Test;

/** Session descriptions, addresses and transports as cameras write them. */
class SdpTest {

    @Test
    void takesTheFirstVideoTrackItKnows() {
        SdpVideo video = Sdp.video("""
                        v=0
                        a=control:rtsp://10.0.0.9/live/
                        m=audio 0 RTP/AVP 97
                        a=rtpmap:97 mpeg4-generic/16000
                        a=control:track0
                        m=video 0 RTP/AVP 26
                        a=rtpmap:26 JPEG/90000
                        m=VIDEO 0 RTP/AVP 35 98
                        a=rtpmap: 98   h264/90000
                        a=fmtp: 98 Packetization-Mode=1; Sprop-Parameter-Sets=Z0LAHg==,aM48gA==;x
                        a=control: track2
                        m=video 0 RTP/AVP 99
                        a=rtpmap:99 H265/90000
                        """).orElseThrow();
        assertThat(video.track()).isEqualTo(new SdpVideo.Track(Codec.H264, 98, 90_000));
        assertThat(video.control()).isEqualTo("track2");
        assertThat(video.sessionControl()).isEqualTo("rtsp://10.0.0.9/live/");
        assertThat(video.sets()).containsExactly(Bytes.of(0x67, 0x42, 0xc0, 0x1e), Bytes.of(0x68, 0xce, 0x3c, 0x80));
    }

    @Test
    void readsTheSetsOfH265() {
        SdpVideo video = Sdp.video("m=video 0 RTP/AVP 96\r\na=rtpmap:96 HEVC/90000\r\n"
                        + "a=fmtp:96 sprop-max-don-diff=1;sprop-vps=QAE=;sprop-sps=QgE=;sprop-pps=RAE=\r\n")
                .orElseThrow();
        assertThat(video.track().codec()).isEqualTo(Codec.H265);
        assertThat(video.sets()).hasSize(3);
        assertThat(video.decodingOrderNumbers()).isTrue();
    }

    @Test
    void saysWhyThereIsNoTrack() {
        assertThat(Sdp.whyNot("m=audio 0 RTP/AVP 8\n").code()).isEqualTo("sdp-no-video");
        assertThat(Sdp.video("m=video 0 RTP/AVP 96\na=rtpmap:96 VP8/90000\n")).isEmpty();
        assertThat(Sdp.whyNot("m=video 0 RTP/AVP 96\na=rtpmap:96 VP8/90000\n").code())
                .isEqualTo("sdp-codec");
        assertThat(Sdp.video("m=\nm=video\na=\na=:\nx\n")).isEmpty();
    }

    @Test
    void putsAddressesTogetherAsCamerasExpect() {
        assertThat(RtspUris.resolve("rtsp://h/a?b=1", "trackID=0")).isEqualTo("rtsp://h/a?b=1/trackID=0");
        assertThat(RtspUris.resolve("rtsp://h/a/", "/t1")).isEqualTo("rtsp://h/a/t1");
        assertThat(RtspUris.resolve("rtsp://h/a/", "*")).isEqualTo("rtsp://h/a/");
        assertThat(RtspUris.resolve("rtsp://h/a/", "")).isEqualTo("rtsp://h/a/");
        assertThat(RtspUris.resolve("rtsp://h/a", "RTSP://10.1.1.1/x")).isEqualTo("RTSP://10.1.1.1/x");
        assertThat(RtspUris.resolve("rtsp://h/a", "x\r\nPLAY y")).isEqualTo("rtsp://h/a/x%0D%0APLAY%20y");
        assertThat(RtspUris.resolve("rtsp://h/a", "http://h/t")).startsWith("rtsp://h/a/");
    }

    @Test
    void readsTransports() {
        assertThat(TransportAnswer.parse("RTP/AVP/TCP;unicast;Interleaved = 4-5;ssrc=1"))
                .isEqualTo(new TransportAnswer(OptionalInt.of(4), OptionalInt.empty()));
        assertThat(TransportAnswer.parse("RTP/AVP;client_port=1-2;server_port=6970-6971")
                        .serverPort())
                .hasValue(6970);
        assertThat(TransportAnswer.parse("interleaved=999;server_port=99999")).isEqualTo(TransportAnswer.parse(""));
    }
}
