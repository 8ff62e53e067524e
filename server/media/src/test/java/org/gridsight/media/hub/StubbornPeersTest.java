package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.Await;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Told;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.EventLoops;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.ps.PictureSenders;
import org.gridsight.media.ps.PsReceiver;
import org.gridsight.media.ps.PsWriter;
import org.gridsight.media.rtsp.Film;
import org.gridsight.media.rtsp.RtspCamera;
import org.gridsight.media.rtsp.RtspLimits;
import org.gridsight.media.rtsp.RtspManners;
import org.gridsight.media.rtsp.RtspSource;
import org.gridsight.media.rtsp.RtspTarget;
import org.gridsight.media.rtsp.RtspTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that keep their connection open and do nothing with it, beside a camera on the same loop that works. */
class StubbornPeersTest {

    private static final RtspLimits PATIENT = limits(60, 60);

    private static RtspLimits limits(int answer, int silence) {
        return new RtspLimits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(answer),
                Duration.ofSeconds(silence),
                Duration.ofMillis(100),
                1 << 20);
    }

    private final List<Socket> frozen = new ArrayList<>();
    private EventLoops loops;
    private EventLoop loop;

    @BeforeEach
    void begin() throws IOException {
        loops = new EventLoops("media", 1);
        loop = loops.next();
    }

    @AfterEach
    void end() throws IOException {
        loops.close();
        for (Socket socket : frozen) {
            socket.close();
        }
    }

    private Told play(InetSocketAddress address, RtspLimits limits) throws RefusedAddress {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + address.getPort() + "/live");
        RtspTarget target = new RtspTarget(address, url, Optional.empty(), RtspTransport.TCP, limits);
        Told told = new Told();
        new RtspSource(loop, target).open(told);
        return told;
    }

    @Test
    void costNobodyElseHisPictures() throws Exception {
        RtspManners well = new RtspManners();
        well.rate = 25;
        well.pictures = 0;
        RtspManners fewOnly = new RtspManners();
        // the first is held until the second shows that it was whole
        fewOnly.pictures = 2;
        Film film = Film.random(Codec.H264, 20, 500);
        try (RtspCamera works = new RtspCamera(film, well);
                RtspCamera fewThenNothing = new RtspCamera(film, fewOnly);
                // takes connections and reads nothing: its system does, not itself
                ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Told good = play(works.address(), PATIENT);
            List<Told> silent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                silent.add(play((InetSocketAddress) mute.getLocalSocketAddress(), limits(1, 1)));
                frozen.add(mute.accept());
            }
            Told zeroRate = play(fewThenNothing.address(), limits(60, 3));
            Await.until("the frozen ones are given up", () -> silent.stream().allMatch(told -> told.ends.size() == 1));
            Await.until("and the one without a rate", () -> zeroRate.ends.size() == 1);
            assertThat(silent)
                    .allSatisfy(told ->
                            assertThat(told.ends).extracting(MediaFault::code).containsExactly("rtsp-no-answer"));
            assertThat(zeroRate.pictures).hasSize(2);
            assertThat(zeroRate.ends).extracting(MediaFault::code).containsExactly("rtsp-silent");
            int before = good.pictures.size();
            Await.until("the others play on", () -> good.pictures.size() > before + 10);
            assertThat(good.ends).isEmpty();
            for (Socket socket : frozen) {
                Await.until("its end is told to the frozen one", () -> isOver(socket));
            }
        }
    }

    @Test
    void sendHalfAPictureAndFreeze() throws Exception {
        Told told = new Told();
        PictureSenders senders = new PictureSenders();
        senders.allow(InetAddress.getLoopbackAddress());
        PsReceiver.Wishes wishes = new PsReceiver.Wishes(Duration.ofSeconds(1), () -> {}, () -> {}, senders);
        PsReceiver receiver =
                PsReceiver.listen(loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), wishes, told);
        PsWriter writer = new PsWriter(PsWriter.Style.USUAL, 1_400, 1);
        byte[] picture = writer.picture(new byte[30_000], true, 0);
        Socket device = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
        frozen.add(device);
        List<byte[]> packets = writer.packets(picture, 0, true);
        for (byte[] packet : packets.subList(0, packets.size() / 2)) {
            device.getOutputStream().write(PsWriter.framed(packet));
        }
        byte[] next = PsWriter.framed(packets.get(packets.size() / 2));
        device.getOutputStream().write(next, 0, next.length / 2);
        device.getOutputStream().flush();
        Await.until("it is given up", () -> told.ends.size() == 1);
        assertThat(told.ends.get(0).code()).isEqualTo("rtp-silent");
        assertThat(told.pictures).isEmpty();
        Await.until("its end is told to the device", () -> isOver(device));
    }

    private static boolean isOver(Socket socket) {
        try {
            socket.setSoTimeout(50);
            byte[] some = new byte[4_096];
            return socket.getInputStream().read(some) < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
