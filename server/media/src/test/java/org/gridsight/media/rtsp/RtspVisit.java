package org.gridsight.media.rtsp;

import static org.gridsight.media.rtsp.RtspCamera.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridsight.media.Codec;
import org.gridsight.media.net.Credentials;

/** One client at a simulated camera. */
final class RtspVisit {

    /** Pictures; some may be lost on purpose. */
    private static final int MOST_AHEAD = 20;

    private static final String SOUND = "trackID=9";
    private static final int SOUND_TYPE = 97;
    private static final String NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093";

    private final Film film;
    private final RtspManners manners;
    private final Socket socket;
    private final OutputStream out;
    private int clientPort;
    private volatile boolean heard;
    private volatile boolean stopped;

    RtspVisit(Film film, RtspManners manners, Socket socket) throws IOException {
        this.film = film;
        this.manners = manners;
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    void stop() {
        stopped = true;
    }

    void answer(String request) throws IOException {
        String method = request.substring(0, request.indexOf(' '));
        String number = header(request, "CSeq");
        if (manners.answers.containsKey(method)) {
            write(bytes(manners.answers.get(method).replace("{cseq}", number)));
            return;
        }
        if (!manners.login.isEmpty() && !method.equals("OPTIONS") && !isSignedIn(method, request)) {
            reply(number, "401 Unauthorized", challenge(), "");
            return;
        }
        if (method.equals("DESCRIBE") && !header(request, "User-Agent").contains(manners.agent)) {
            reply(number, "406 Not Acceptable", "", "");
            return;
        }
        switch (method) {
            case "OPTIONS" ->
                reply(number, "200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN\r\n", "");
            case "DESCRIBE" ->
                reply(
                        number,
                        "200 OK",
                        "Content-Type: application/sdp\r\nContent-Base: " + uri(request) + "/\r\n",
                        sdp());
            case "SETUP" -> setUp(number, request);
            case "PLAY" -> {
                reply(number, "200 OK", "Session: 47112\r\nRTP-Info: url=x\r\n", "");
                RtspCamera.start(this::play);
            }
            case "TEARDOWN" -> {
                stop();
                reply(number, "200 OK", "", "");
            }
            default -> reply(number, "200 OK", "Session: 47112\r\n", "");
        }
    }

    private void setUp(String number, String request) throws IOException {
        if (manners.refusesSound && uri(request).endsWith(SOUND)) {
            reply(number, "461 Unsupported Transport", "", "");
            return;
        }
        Matcher ports = Pattern.compile("client_port=(\\d+)-(\\d+)").matcher(header(request, "Transport"));
        String transport;
        if (ports.find()) {
            clientPort = Integer.parseInt(ports.group(1));
            transport = "RTP/AVP;unicast;client_port=" + clientPort + "-" + ports.group(2) + ";server_port=40000-40001";
        } else {
            int first = uri(request).endsWith(SOUND) ? soundChannel() : manners.channel;
            heard |= first == soundChannel() && !manners.mute;
            transport = "RTP/AVP/TCP;unicast;interleaved=" + first + "-" + (first + 1);
        }
        reply(
                number,
                "200 OK",
                "Session: 47112;timeout=" + manners.timeout + "\r\nTransport: " + transport + ";ssrc=67726964\r\n",
                "");
    }

    private int soundChannel() {
        return manners.channel + 4;
    }

    /** One frame of AAC as a packet of its own (RFC 3640). */
    private void soundPacket(int number) throws IOException {
        byte[] frame = manners.sound.get(number % manners.sound.size());
        ByteBuffer packet = ByteBuffer.allocate(4 + 12 + 4 + frame.length);
        packet.put((byte) '$').put((byte) soundChannel()).putShort((short) (packet.capacity() - 4));
        packet.put((byte) 0x80).put((byte) (0x80 | SOUND_TYPE)).putShort((short) number);
        packet.putInt(number * 1024).putInt(0x0f00_0001);
        packet.putShort((short) 16).putShort((short) (frame.length << 3)).put(frame);
        write(packet.array());
    }

    private String soundLines() {
        return manners.sound.isEmpty()
                ? "m=audio 0 RTP/AVP 8\r\n"
                : "m=audio 0 RTP/AVP " + SOUND_TYPE + "\r\na=rtpmap:" + SOUND_TYPE + " mpeg4-generic/16000/1\r\na=fmtp:"
                        + SOUND_TYPE + " streamtype=5; profile-level-id=15; mode=AAC-hbr; config="
                        + HexFormat.of().formatHex(manners.soundConfiguration)
                        + "; SizeLength=13; IndexLength=3; IndexDeltaLength=3\r\n";
    }

    private void reply(String number, String status, String headers, String body) throws IOException {
        StringBuilder text = new StringBuilder("RTSP/1.0 " + status + "\r\n");
        if (!manners.withoutNumbers) {
            text.append("CSeq: ").append(number).append("\r\n");
        }
        text.append(headers);
        if (!body.isEmpty()) {
            text.append("Content-Length: ").append(bytes(body).length).append("\r\n");
        }
        String head = text.append("\r\n").toString();
        if (manners.odd) {
            head = head.replaceFirst("RTSP/1.0 ", "RTSP/1.0  ")
                    .replace("CSeq: ", "cseq:")
                    .replace("Session: ", "SESSION :   ")
                    .replace(";timeout=", " ;Timeout = ")
                    .replace("Content-Length: ", "content-length:")
                    .replace("Content-Base: ", "CONTENT-BASE:\t")
                    .replace("\r\n", "\n");
            head = "\r\n" + head;
        }
        write(bytes(head + body));
    }

    private synchronized void write(byte[] bytes) throws IOException {
        int step = manners.chop > 0 ? manners.chop : Math.max(1, bytes.length);
        for (int from = 0; from < bytes.length; from += step) {
            out.write(bytes, from, Math.min(step, bytes.length - from));
            out.flush();
        }
    }

    private void play() {
        int most = manners.pictures > 0 ? manners.pictures : Integer.MAX_VALUE;
        Packets packets = new Packets(film.codec(), 1200, true, 65_500);
        long began = System.nanoTime();
        try (DatagramSocket udp = new DatagramSocket()) {
            report(udp, manners.report.get());
            List<byte[]> datagrams = new ArrayList<>();
            for (int i = 0; i < most && !stopped; i++) {
                List<byte[]> units = film.frames().get(i % film.frames().size());
                List<byte[]> ready = packets.of(units, manners.firstTimestamp + 3600L * i);
                if (clientPort > 0) {
                    datagrams.addAll(ready);
                } else {
                    interleave(ready);
                }
                if (heard) {
                    soundPacket(i);
                }
                if (manners.rate > 0) {
                    long due = began + (i + 1L) * TimeUnit.SECONDS.toNanos(1) / manners.rate;
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            send(udp, datagrams);
            if (manners.hangsUp) {
                socket.close();
            }
        } catch (IOException e) {
            // the client went away
            stop();
        }
    }

    private void report(DatagramSocket udp, byte[] report) throws IOException {
        if (report.length > 0 && clientPort > 0) {
            InetSocketAddress to = new InetSocketAddress(socket.getInetAddress(), clientPort + 1);
            udp.send(new DatagramPacket(report, report.length, to));
        } else if (report.length > 0) {
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.write('$');
            framed.write(manners.channel + 1);
            framed.write(report.length >> 8);
            framed.write(report.length);
            framed.writeBytes(report);
            write(framed.toByteArray());
        }
    }

    private void interleave(List<byte[]> packets) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.write('$');
            all.write(manners.channel);
            all.write(packet.length >> 8);
            all.write(packet.length);
            all.writeBytes(packet);
            all.writeBytes(manners.rubbish);
        }
        write(all.toByteArray());
    }

    /** In the order the manners ask for, and never far ahead of what the client has. */
    private void send(DatagramSocket udp, List<byte[]> datagrams) throws IOException {
        int perPicture = Math.max(1, datagrams.size() / Math.max(1, manners.pictures));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < datagrams.size(); i++) {
            if (!manners.loses.test(i)) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingInt(manners.place::applyAsInt));
        InetSocketAddress to = new InetSocketAddress(socket.getInetAddress(), clientPort);
        for (int index : order) {
            byte[] packet = datagrams.get(index);
            while (!stopped && index / perPicture - manners.seen.getAsInt() > MOST_AHEAD) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            udp.send(new DatagramPacket(packet, packet.length, to));
        }
    }

    private String sdp() {
        if (!manners.description.isEmpty()) {
            return manners.description;
        }
        List<String> sets = film.sets().stream()
                .map(set -> Base64.getEncoder().encodeToString(set))
                .toList();
        String coding = film.codec() == Codec.H264
                ? "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets="
                        + sets.stream().collect(Collectors.joining(","))
                : "a=rtpmap:96 H265/90000\r\na=fmtp:96 sprop-vps=" + sets.get(0) + "; sprop-sps=" + sets.get(1)
                        + "; sprop-pps=" + sets.get(2);
        return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=camera\r\nt=0 0\r\na=control:*\r\n" + soundLines()
                + "a=control:" + SOUND + "\r\nm=video 0 RTP/AVP 96\r\n" + coding + "\r\na=control:" + manners.control
                + "\r\n"
                + "m=application 0 RTP/AVP 107\r\na=rtpmap:107 vnd.onvif.metadata/90000\r\n";
    }

    private String challenge() {
        return switch (manners.login) {
            case "Basic" -> "WWW-Authenticate: Basic realm=\"cam\"\r\n";
            case "SHA-256" ->
                "WWW-Authenticate: Digest realm=\"cam\", nonce=\"" + NONCE + "\", algorithm=MD5, qop=\"auth\"\r\n"
                        + "WWW-Authenticate: Digest realm=\"cam\", qop=\"auth-int, auth\", algorithm=SHA-256, nonce=\""
                        + NONCE + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"\r\n";
            case "MD5-qop" ->
                "WWW-Authenticate: Basic realm=\"cam\"\r\nwww-authenticate:digest realm=\"cam\",qop=auth,nonce=\""
                        + NONCE + "\"\r\n";
            default -> "WWW-Authenticate: Digest realm=\"cam\", nonce=\"" + NONCE + "\"\r\n";
        };
    }

    private boolean isSignedIn(String method, String request) {
        return ServerLogin.accepts(
                new Credentials(manners.user, manners.password), method, header(request, "Authorization"));
    }

    private static String uri(String request) {
        return request.split(" ", 3)[1];
    }

    private static String header(String request, String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + ":\\s*(.*?)\\s*$").matcher(request);
        return matcher.find() ? matcher.group(1) : "";
    }
}
