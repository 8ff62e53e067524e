package org.gridsight.media.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Told;
import org.gridsight.media.fmp4.FragmentWriter;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoops;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.rtp.RtpPacket;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspManners;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A noisy picture of 3840x2160: key pictures of megabytes, in thousands of packets, whole and with packets lost. */
class LargePicturesTest {

    @TempDir
    private static Path folder;

    private static Film film;

    private final Told told = new Told();

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                "color=gray:size=3840x2160:rate=2:duration=2,noise=alls=30:allf=t",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-x264-params",
                "sliced-threads=1:slices=4",
                "-qp",
                "30",
                "-g",
                "2",
                "-bf",
                "0",
                "-f",
                "h264",
                "large.h264");
        film = Film.parse(Codec.H264, Files.readAllBytes(folder.resolve("large.h264")));
        assertThat(film.sample(0).length).as("a key picture").isGreaterThan(1 << 20);
    }

    private static byte[] annexB(int frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] unit : film.frames().get(frame)) {
            out.writeBytes(PsWriter.bytes(0, 0, 0, 1));
            out.writeBytes(unit);
        }
        return out.toByteArray();
    }

    /** The packets of each picture, its PES packets as long as they can be. */
    private static List<List<byte[]>> packets() {
        PsWriter writer = new PsWriter(new PsWriter.Style(true, true, true, true, 65_000, 0x1b), 1_400, 9);
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < film.frames().size(); i++) {
            long time = i * 45_000L;
            all.add(writer.packets(writer.picture(annexB(i), film.isKey(i), time), time, true));
        }
        return all;
    }

    private void feed(PsStream stream, byte[] packet) {
        RtpPacket header = new RtpPacket();
        ByteBuffer bytes = ByteBuffer.wrap(packet);
        assertThat(header.parse(bytes)).isTrue();
        stream.packet(header, bytes);
    }

    private void expectWhole(int... frames) {
        assertThat(told.pictures).hasSize(frames.length);
        for (int i = 0; i < frames.length; i++) {
            assertThat(Arrays.equals(told.pictures.get(i).sample(), film.sample(frames[i])))
                    .as("picture " + frames[i])
                    .isTrue();
        }
    }

    @Test
    void comeWholeInAProgramStream() {
        PsStream stream = new PsStream(told);
        packets().forEach(picture -> picture.forEach(packet -> feed(stream, packet)));
        expectWhole(0, 1, 2, 3);
        assertThat(told.faults).isEmpty();
        InitSegment init = new FragmentWriter().format(told.formats.get(0)).orElseThrow();
        assertThat(new int[] {init.width(), init.height()}).containsExactly(3_840, 2_160);
    }

    @Test
    void comeWholeOverRtsp() throws IOException, RefusedAddress {
        RtspManners manners = new RtspManners();
        manners.pictures = 4;
        try (RtspCamera camera = new RtspCamera(film, manners);
                EventLoops loops = new EventLoops("media", 1)) {
            CameraUrl url =
                    CameraUrl.parse("rtsp://127.0.0.1:" + camera.address().getPort() + "/live");
            try (RtspSource source = new RtspSource(loops.next(), RtspTarget.of(camera.address(), url))) {
                source.open(told);
                Await.until("all pictures", () -> told.pictures.size() == 4);
            }
        }
        expectWhole(0, 1, 2, 3);
    }

    /** Packets out of the middle of a key picture: nothing of its group is shown, whatever else comes. */
    @Test
    void areNeverShownInHalf() {
        List<List<byte[]>> pictures = packets();
        int count = pictures.get(0).size();
        for (int hole : new TreeSet<>(List.of(1, count / 3, count / 2, count - 2))) {
            told.pictures.clear();
            told.faults.clear();
            PsStream stream = new PsStream(told);
            for (int i = 0; i < count; i++) {
                if (i == hole) {
                    stream.lost(1);
                } else {
                    feed(stream, pictures.get(0).get(i));
                }
            }
            pictures.subList(1, 4).forEach(picture -> picture.forEach(packet -> feed(stream, packet)));
            expectWhole(2, 3);
            assertThat(told.pictures.get(0).key()).isTrue();
            assertThat(told.faults).extracting(MediaFault::code).contains("rtp-lost");
        }
    }

    /** A device that breaks a key picture off and goes on with the next picture. */
    @Test
    void areNeverShownWhereTheDeviceBrokeThemOff() {
        List<List<byte[]>> pictures = packets();
        PsStream stream = new PsStream(told);
        List<byte[]> first = pictures.get(0);
        first.subList(0, first.size() / 2).forEach(packet -> feed(stream, packet));
        pictures.subList(1, 4).forEach(picture -> picture.forEach(packet -> feed(stream, packet)));
        List<byte[]> samples = told.pictures.stream().map(AccessUnit::sample).toList();
        Optional<byte[]> half = samples.stream()
                .filter(sample -> !Arrays.equals(sample, film.sample(2)) && !Arrays.equals(sample, film.sample(3)))
                .findFirst();
        assertThat(half).as("a picture that is not whole").isEmpty();
        assertThat(samples).isNotEmpty();
    }
}
