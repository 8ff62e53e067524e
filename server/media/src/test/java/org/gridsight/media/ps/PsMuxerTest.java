package org.gridsight.media.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.TestClip;
import org.gridsight.media.Told;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.FragmentWriter;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtp.RtpWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we pack of real streams is what our own receiver and FFmpeg unpack. */
class PsMuxerTest {

    @TempDir
    Path folder;

    private final Told told = new Told();
    private final PsStream receiver = new PsStream(told);
    private final RtpPacket header = new RtpPacket();

    @Test
    void packsH264WithPicturesOutOfOrder() throws IOException, InterruptedException {
        roundTrip(TestClip.make(folder, Codec.H264, "-c:v", "libx264", "-bf", "2", "-g", "25"), "h264,320,180");
    }

    @Test
    void packsH265() throws IOException, InterruptedException {
        TestClip clip = TestClip.make(
                folder, Codec.H265, "-c:v", "libx265", "-x265-params", "log-level=none:keyint=25:bframes=2");
        roundTrip(clip, "hevc,320,180");
    }

    private void roundTrip(TestClip clip, String expected) throws IOException, InterruptedException {
        FragmentWriter writer = new FragmentWriter();
        writer.format(clip.format());
        PsMuxer muxer = new PsMuxer(clip.format());
        RtpWriter rtp = new RtpWriter(0x0bad_cafe, 65_500);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Long> shown = new ArrayList<>();
        for (AccessUnit unit : clip.pictures()) {
            Fragment fragment = writer.picture(unit);
            byte[] piece = muxer.picture(fragment);
            file.writeBytes(piece);
            shown.add(fragment.shown90k());
            rtp.packets(piece, fragment.shown90k(), this::receive);
        }
        assertThat(told.faults).isEmpty();
        assertThat(told.formats).containsExactly(clip.format());
        assertThat(told.pictures).hasSameSizeAs(clip.pictures());
        for (int i = 0; i < shown.size(); i++) {
            AccessUnit sent = clip.pictures().get(i);
            AccessUnit came = told.pictures.get(i);
            assertThat(came.sample()).as("picture %d", i).isEqualTo(sent.sample());
            assertThat(came.key()).isEqualTo(sent.key());
            assertThat(came.time90k() - told.pictures.get(0).time90k()).isEqualTo(shown.get(i) - shown.get(0));
        }
        readByFfmpeg(file.toByteArray(), expected, shown.size());
    }

    private void receive(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining()).put(packet).flip();
        assertThat(header.parse(copy)).isTrue();
        assertThat(header.source()).isEqualTo(0x0bad_cafe);
        receiver.packet(header, copy);
    }

    private void readByFfmpeg(byte[] stream, String expected, int pictures) throws IOException, InterruptedException {
        Files.write(folder.resolve("dump.ps"), stream);
        String told = FfmpegTool.run(
                folder,
                "ffprobe",
                "-f",
                "mpeg",
                "-count_frames",
                "-show_entries",
                "stream=codec_name,width,height,nb_read_frames",
                "-of",
                "csv=p=0",
                "dump.ps");
        assertThat(told.strip()).isEqualTo(expected + "," + pictures);
        FfmpegTool.run(folder, "ffmpeg", "-f", "mpeg", "-i", "dump.ps", "-f", "null", "-");
    }

    @Test
    void cutsALargePictureIntoManyPacketsAndFramesThem() {
        FragmentWriter writer = new FragmentWriter();
        byte[] sample = new byte[200_000];
        ByteBuffer.wrap(sample).putInt(sample.length - 4).put((byte) 0x65).put((byte) 0x88);
        Arrays.fill(sample, 6, sample.length, (byte) 0x55);
        Fragment fragment = writer.picture(new AccessUnit(sample, 0, true, 0));
        byte[] piece = new PsMuxer(format()).picture(fragment);
        List<Integer> lengths = new ArrayList<>();
        TcpFraming framing = new TcpFraming(
                packet -> {
                    lengths.add(packet.remaining());
                    assertThat(header.parse(packet)).isTrue();
                    receiver.packet(header, packet);
                },
                told::fault);
        RtpWriter rtp = new RtpWriter(7, 1);
        framing.feed(ByteBuffer.wrap(rtp.framed(piece, 0)));
        assertThat(lengths).hasSize((piece.length + 1_399) / 1_400).allMatch(length -> length <= 1_412);
        // what follows shows that it was whole
        framing.feed(ByteBuffer.wrap(rtp.framed(piece, 3_600)));
        assertThat(told.faults).isEmpty();
        assertThat(told.pictures.get(0).sample()).isEqualTo(sample);
    }

    /** The parameter sets of a synthetic stream, as our own receiver reads them. */
    private static VideoFormat format() {
        Told whole = new Told();
        VideoCutter cutter = new VideoCutter(whole);
        byte[] stream = new SyntheticVideo(1, false).picture(true, 1, 500);
        cutter.video(stream, 0, stream.length, 0);
        cutter.end(true);
        return whole.formats.get(0);
    }

    @Test
    void closesTheMapWithItsCheck() {
        // CRC-32/MPEG-2 of "123456789" in every catalogue of check sums
        assertThat(PsMuxer.check("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9))
                .isEqualTo(0x0376_e6e7);
    }
}
