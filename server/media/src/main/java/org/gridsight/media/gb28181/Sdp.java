package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** The few lines of SDP that GB/T 28181 uses (annex G), written for INVITE and read out of the answer. */
final class Sdp {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MAX_BYTES = 16 * 1024;

    /** As the 2022 text words it, and as makers did before it; what a device does not know it passes over (RFC 4566). */
    private static final List<String> SUB_STREAM = List.of("a=streamnumber:1", "a=streamprofile:1", "a=streamMode:sub");

    private Sdp() {}

    /** What the device said about its side; all of it may be missing. */
    record Told(Optional<String> host, int port, String source) {

        static final Told NOTHING = new Told(Optional.empty(), 0, "");
    }

    /** Our offer: we only receive, a program stream only. */
    static byte[] offer(SipSettings settings, StreamRequest request, int port, String ssrc) {
        boolean udp = request.transport() == MediaTransport.UDP;
        StringBuilder text = new StringBuilder(320);
        line(text, "v=0");
        line(text, "o=" + settings.id() + " 0 0 IN " + family(settings.address()) + settings.address());
        line(text, request.recorded().isPresent() ? "s=Playback" : "s=Play");
        request.recorded().ifPresent(span -> line(text, "u=" + request.channelId() + ":0"));
        line(text, "c=IN " + family(settings.address()) + settings.address());
        line(
                text,
                request.recorded()
                        .map(span -> "t=" + span.from().getEpochSecond() + ' '
                                + span.to().getEpochSecond())
                        .orElse("t=0 0"));
        line(text, "m=video " + port + (udp ? " RTP/AVP 96" : " TCP/RTP/AVP 96"));
        line(text, "a=recvonly");
        line(text, "a=rtpmap:96 PS/90000");
        if (!udp) {
            line(text, request.transport() == MediaTransport.TCP_PASSIVE ? "a=setup:passive" : "a=setup:active");
            line(text, "a=connection:new");
        }
        if (request.sub()) {
            SUB_STREAM.forEach(wish -> line(text, wish));
        }
        line(text, "y=" + ssrc);
        return text.toString().getBytes(GB18030);
    }

    private static String family(String address) {
        return address.indexOf(':') >= 0 ? "IP6 " : "IP4 ";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }

    /** Reads an answer; whatever makes no sense counts as not told. */
    static Told read(byte[] body) {
        if (body.length == 0 || body.length > MAX_BYTES) {
            return Told.NOTHING;
        }
        String session = "";
        String media = "";
        String source = "";
        int port = 0;
        boolean inVideo = false;
        for (String line : new String(body, GB18030).split("\r\n|\n|\r", 200)) {
            if (line.startsWith("m=")) {
                inVideo = line.startsWith("m=video");
                port = inVideo ? port(line) : port;
            } else if (line.startsWith("y=")) {
                source = line.substring(2).strip();
            } else if (line.startsWith("c=")) {
                String[] words = line.strip().split(" +");
                String host = words.length == 3 ? words[2] : "";
                if (inVideo) {
                    media = host;
                } else if (session.isEmpty()) {
                    session = host;
                }
            }
        }
        String host = media.isEmpty() ? session : media;
        return new Told(isAddress(host) ? Optional.of(host) : Optional.empty(), port, source);
    }

    /** An address in numbers: names are not looked up for a stranger. */
    private static boolean isAddress(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || host.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]+");
    }

    private static int port(String line) {
        String[] words = line.strip().split(" +");
        try {
            int port = words.length > 1 ? Integer.parseInt(words[1]) : 0;
            return port > 0 && port < 65_536 ? port : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
