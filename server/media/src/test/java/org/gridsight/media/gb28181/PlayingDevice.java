package org.gridsight.media.gb28181;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.media.ps.PsWriter;
import org.gridsight.media.ps.SyntheticVideo;
import org.gridsight.media.rtsp.Film;

/**
 * A whole camera for the tests of other modules: signs in, tells its one channel, sends pictures with a number in each from
 * INVITE to BYE, and keeps the orders to turn that it was given.
 */
public final class PlayingDevice implements AutoCloseable {

    public static final String DEVICE = "34020000001180000077";
    public static final String CHANNEL = "34020000001310000077";
    /** What each picture holds, with its number. */
    public static final String MARK = "picture-";

    private static final int GROUP = 10;
    private static final int PICTURE_MILLIS = 20;
    private static final int FILM_MILLIS = 40;

    /** Sends one RTP packet. */
    private interface Wire {
        void send(byte[] packet) throws IOException;
    }

    private final SimDevice device;
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Set<String> invited = new HashSet<>();
    private final Optional<Film> film;
    private final AtomicInteger next = new AtomicInteger();
    private final DeviceMemory memory = new DeviceMemory();
    private volatile int namedPort;
    private volatile boolean answersQuestions = true;

    public PlayingDevice(int stationPort, boolean sipOverTcp) throws IOException {
        this(stationPort, sipOverTcp, Optional.empty());
    }

    /** @param film pictures that a browser can show, over and over, instead of numbered noise */
    public PlayingDevice(int stationPort, boolean sipOverTcp, Optional<Film> film) throws IOException {
        this.film = film;
        device = new SimDevice(DEVICE, stationPort, sipOverTcp);
        device.onRequest = this::answer;
    }

    /** Gives the status of the last answer. */
    public int register(String password, int expires) {
        return device.register(password, expires);
    }

    /** From now on it claims to send its pictures from this port, whoever that belongs to. */
    public void namePort(int port) {
        namedPort = port;
    }

    /** What it has recorded, in its own local time, instead of all that it is asked for: from, to, from, to... */
    public void keepRecordings(String... localTimes) {
        memory.keep(List.of(localTimes));
    }

    /** From now on it refuses to tell its recordings and presets. */
    public void keepToItself() {
        answersQuestions = false;
    }

    /** The orders to turn, in hexadecimal digits as they came. */
    public List<String> turns() {
        return once("MESSAGE", "<PTZCmd>").stream()
                .map(message -> message.tag("PTZCmd"))
                .toList();
    }

    /** The texts of all orders that hold a text. */
    public List<String> orders(String inBody) {
        return once("MESSAGE", inBody).stream().map(SipMessage::text).toList();
    }

    public int invites() {
        return once("INVITE", "").size();
    }

    /** How many streams were asked for with this text in the offer, such as {@code s=Playback}. */
    public int invitesFor(String inBody) {
        return once("INVITE", inBody).size();
    }

    /** The orders to hold, wind and play on, as they came. */
    public List<String> controls() {
        return device.requests("INFO", "").stream().map(SipMessage::text).toList();
    }

    public int byes() {
        return once("BYE", "").size();
    }

    /** A busy station sends a request again when our answer is late; that counts once. */
    private Collection<SipMessage> once(String method, String inBody) {
        Map<String, SipMessage> first = new LinkedHashMap<>();
        device.requests(method, inBody).forEach(heard -> first.putIfAbsent(heard.header("Call-ID"), heard));
        return first.values();
    }

    private void answer(SimDevice from, SipMessage request) {
        if (request.method().equals("INVITE")) {
            if (invited.add(request.header("Call-ID"))) {
                agree(request);
            }
            return;
        }
        boolean mute = !answersQuestions && request.text().matches("(?s).*<CmdType>(RecordInfo|PresetQuery)<.*");
        device.reply(request, mute ? 501 : 200, "", "");
        if (request.method().equals("BYE")) {
            hangUp();
        } else if (!mute && request.text().contains("<CmdType>RecordInfo<")) {
            memory.recordings(request).forEach(device::tell);
        } else if (!mute && request.text().contains("<CmdType>PresetQuery<")) {
            device.tell(memory.presets(request));
        } else if (request.text().contains("<PTZCmd>")) {
            memory.order(request.tag("PTZCmd"));
        } else if (request.text().contains("<Query>") && request.text().contains("<CmdType>Catalog<")) {
            // not in the thread that reads: it waits for the answer
            worker.execute(() -> device.message(catalogue(request.tag("SN"))));
        }
    }

    private static String catalogue(String number) {
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>Catalog</CmdType>\r\n<SN>"
                + number
                + "</SN>\r\n<DeviceID>" + DEVICE + "</DeviceID>\r\n<SumNum>1</SumNum>\r\n<DeviceList Num=\"1\">\r\n"
                + "<Item>\r\n<DeviceID>" + CHANNEL + "</DeviceID>\r\n<Name>东桥球机</Name>\r\n<Parental>0</Parental>\r\n"
                + "<Status>ON</Status>\r\n<Longitude>117.91</Longitude>\r\n<Latitude>35.81</Latitude>\r\n"
                + "<Info>\r\n<PTZType>1</PTZType>\r\n</Info>\r\n</Item>\r\n</DeviceList>\r\n</Response>\r\n";
    }

    private void agree(SipMessage invite) {
        String offer = invite.text();
        int theirs = Integer.parseInt(offer.replaceAll("(?s).*m=video (\\d+) .*", "$1"));
        boolean udp = !offer.contains("TCP/RTP/AVP");
        boolean called = offer.contains("a=setup:active");
        try {
            ServerSocket server = keep(new ServerSocket(0, 1, local()));
            int own = namedPort == 0 ? server.getLocalPort() : namedPort;
            device.reply(invite, 200, "Content-Type: APPLICATION/SDP\r\n", sdp(own, udp));
            worker.execute(() -> {
                try {
                    play(udp ? datagrams(theirs) : framed(called ? server.accept() : new Socket(local(), theirs)));
                } catch (IOException hungUp) {
                    hangUp();
                }
            });
        } catch (IOException e) {
            throw new AssertionError("no port for the pictures", e);
        }
    }

    private static String sdp(int port, boolean udp) {
        return "v=0\r\no=" + DEVICE + " 0 0 IN IP4 127.0.0.1\r\ns=Play\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video "
                + port
                + (udp ? " RTP/AVP 96" : " TCP/RTP/AVP 96")
                + "\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\ny=0200009999\r\n";
    }

    private Wire datagrams(int port) throws IOException {
        DatagramSocket socket = keep(new DatagramSocket(0, local()));
        return packet -> socket.send(new DatagramPacket(packet, packet.length, local(), port));
    }

    private Wire framed(Socket connected) throws IOException {
        OutputStream out = keep(connected).getOutputStream();
        return packet -> out.write(PsWriter.framed(packet));
    }

    private void play(Wire wire) {
        PsWriter writer = new PsWriter(PsWriter.Style.USUAL, 1_400, 1);
        // goes on where the stream before ended, with a key picture
        next.updateAndGet(number -> (number + GROUP - 1) / GROUP * GROUP);
        worker.scheduleAtFixedRate(
                () -> {
                    int number = next.getAndIncrement();
                    boolean key = film.map(
                                    real -> real.isKey(number % real.frames().size()))
                            .orElse(number % GROUP == 0);
                    byte[] picture = film.map(real ->
                                    real.frames().get(number % real.frames().size()))
                            .map(PlayingDevice::annexB)
                            .orElseGet(() -> picture(number, key));
                    byte[] piece = writer.picture(picture, key, number * 3_600L);
                    try {
                        for (byte[] packet : writer.packets(piece, number * 3_600L, true)) {
                            wire.send(packet);
                        }
                    } catch (IOException hungUp) {
                        // ends the timer
                        throw new IllegalStateException(hungUp);
                    }
                },
                0,
                film.isPresent() ? FILM_MILLIS : PICTURE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static byte[] annexB(List<byte[]> units) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            out.writeBytes(new byte[] {0, 0, 0, 1});
            out.writeBytes(unit);
        }
        return out.toByteArray();
    }

    private static byte[] picture(int number, boolean key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new SyntheticVideo(number, false).picture(key, 1, 1_500));
        out.writeBytes((MARK + number + ';').getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static InetAddress local() {
        return InetAddress.getLoopbackAddress();
    }

    private synchronized <T extends AutoCloseable> T keep(T opened) {
        open.add(opened);
        return opened;
    }

    private synchronized void hangUp() {
        for (AutoCloseable socket : open) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new AssertionError("a socket does not close", e);
            }
        }
        open.clear();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        hangUp();
        device.close();
    }
}
